import { attributeOf, type HtmlDocument, type HtmlElement, type HtmlNode } from './parse-html.ts';

/** What the head of a page says of it. */
export interface HtmlHead {
  /** `title`, white space collapsed; '' where there is none. */
  readonly title: string;
  /** Language and the `meta` elements that describe the page. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Those that describe a text; the others speak to browsers and search engines. */
const DESCRIBING =
  /^(?:author|description|keywords|date|publisher|copyright|generator|(?:dc|dcterms)\..+|citation_.+|article:.+|og:(?:site_name|type|url))$/iu;
const LONGEST = 2_000;
const MOST = 100;

/** Reads the head of a page. Of several values of one name the first counts. */
export function htmlHead(document: HtmlDocument): HtmlHead {
  const html = childOf(document, 'html');
  const head = html && childOf(html, 'head');
  const metadata = new Map<string, string>();
  const language = html && (attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang'));
  if (language?.trim()) metadata.set('language', language.trim().slice(0, LONGEST));
  for (const element of head ? elementsOf(head) : []) {
    if (element.tagName !== 'meta' || metadata.size >= MOST) continue;
    const name = attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '';
    const value = collapse(attributeOf(element, 'content') ?? '').slice(0, LONGEST);
    if (value === '' || !DESCRIBING.test(name) || metadata.has(name)) continue;
    metadata.set(name, value.toWellFormed());
  }
  const title = head && childOf(head, 'title');
  const text = title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
  return { title: collapse(text), metadata: Object.fromEntries(metadata) };
}

function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/gu, ' ').trim();
}

function elementsOf(node: { readonly childNodes: readonly HtmlNode[] }): readonly HtmlElement[] {
  return node.childNodes.filter((child): child is HtmlElement => 'tagName' in child);
}

function childOf(
  node: { readonly childNodes: readonly HtmlNode[] },
  name: string,
): HtmlElement | undefined {
  return elementsOf(node).find((child) => child.tagName === name);
}
