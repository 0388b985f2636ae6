import { attributeOf, type HtmlElement } from './parse-html.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Elements that a browser shows as blocks, by the style sheet that the HTML Standard suggests
 * (15.3 Flow content); parts of tables are handled apart.
 */
export const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody tfoot thead ul xmp',
);

/** White space in them stands as it is. */
export const PREFORMATTED = words('pre listing xmp plaintext');

/**
 * Never shown as text: what the Standard hides, what only scripts or plug-ins show, and fields of forms.
 * `noscript` too: it is for browsers of another kind.
 */
const HIDDEN = words(
  'area audio base basefont canvas datalist embed frame frameset head iframe input link meta meter noembed noframes noscript object param picture progress rp script select source style template textarea title track video annotation annotation-xml desc metadata defs',
);

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/iu;
const PRE_STYLE = /(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\s*(?:;|!|$)/iu;

/** Whether an element and all in it is left out: by its kind, `hidden`, or its own `style`. */
export function isHidden(element: HtmlElement): boolean {
  if (HIDDEN.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  const hidden = attributeOf(element, 'hidden');
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === undefined) return true;
  const style = attributeOf(element, 'style');
  return style !== undefined && HIDING_STYLE.test(style);
}

/** Whether white space in the element stands as it is. */
export function isPreformatted(element: HtmlElement): boolean {
  if (PREFORMATTED.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  return PRE_STYLE.test(attributeOf(element, 'style') ?? '');
}
