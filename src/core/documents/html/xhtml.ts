/** Elements that are empty in HTML, too. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const SELF_CLOSED = /<([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gu;

/**
 * Makes XHTML fit for a parser of HTML: `<title/>` becomes `<title></title>`, since HTML knows no elements
 * that close themselves and would take all that follows for the title.
 */
export function openSelfClosed(xhtml: string): string {
  return xhtml.replace(SELF_CLOSED, (tag, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
  );
}
