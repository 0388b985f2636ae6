import { localName } from '../xml/namespaces.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Elements that begin on a line of their own: what they hold is not part of the sentence around them. */
const BLOCKS = new Set(
  'ab address argument bibl body byline castGroup castItem castList cell cit closer dateline desc div div1 div2 div3 div4 div5 div6 div7 docAuthor docDate docEdition docImprint docTitle entry epigraph figure floatingText front back group head imprint item l label lg list listBibl note opener p postscript quote row salute signed set sp speaker stage table text titlePage titlePart trailer u view'.split(
    ' ',
  ),
);

/** Elements whose text is no part of the text: other readings, running heads, descriptions of pictures. */
const SKIPPED = new Set(
  'figDesc fw rdg teiHeader standOff facsimile sourceDoc xenoData'.split(' '),
);

/** Elements that name something. `name`, `rs` and `seg` say what with their `type`. */
const NAMES = new Set(
  'name rs persName placeName orgName geogName objectName eventName settlement district region country bloc geogFeat forename surname roleName addName date time term num measure span seg'.split(
    ' ',
  ),
);
const TYPED = new Set(['name', 'rs', 'seg', 'span', 'term', 'annotation']);

const TOKENS = new Set(['w', 'pc', 'c']);

/** The name without a prefix: `tei:p` is `p`. */
export const nameOf = ({ name }: XmlElement) => localName(name);

export const isBlock = (element: XmlElement) => BLOCKS.has(nameOf(element));
export const isSkipped = (element: XmlElement) => SKIPPED.has(nameOf(element));
export const isToken = (element: XmlElement) => TOKENS.has(nameOf(element));

/** Whether an element says where its words are, and what it holds is no part of the text. */
export function isPointer(element: XmlElement): boolean {
  const { from, target } = element.attributes;
  return nameOf(element) === 'span' && (from !== undefined || target !== undefined);
}

/** Whether an element is an annotation of the words in it. */
export function isName(element: XmlElement): boolean {
  const name = nameOf(element);
  if (name === 'seg') return element.attributes['type'] !== undefined;
  return NAMES.has(name) && !isPointer(element);
}

/** Whether an element is neither text structure nor one that is read: told in the problems. */
export function isUnread(element: XmlElement): boolean {
  const name = nameOf(element);
  const isKnown = /^(?:s|lb|pb|cb|gb|milestone|anchor|choice|app|lem|spanGrp|span)$/u.test(name);
  return !isKnown && !isBlock(element) && !isToken(element) && !isName(element);
}

/** The type of a span: what `type` says where the element says only that it is a name; else the element. */
export function typeOf(element: XmlElement): string {
  const { type = '' } = element.attributes;
  const name = nameOf(element);
  return TYPED.has(name) && type !== '' ? type : name;
}

/** Whether the type of an element is its span's type, and not an attribute of it. */
export function hasTypeOfSpan(element: XmlElement): boolean {
  return TYPED.has(nameOf(element));
}
