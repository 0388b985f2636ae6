import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Why a page is not read on, as a whole sentence. */
export class HtmlLimitError extends Error {}

/** Browsers flatten what is nested more than 512 deep. */
const MAX_DEPTH = 1_000;
const MAX_NODES = 5_000_000;

/**
 * Parses HTML as browsers do (HTML Standard, 13.2), piece by piece; scripts are not run, nothing is
 * loaded. Every text is some page, so nothing is refused for its form; `write` throws an `HtmlLimitError`
 * where elements are nested more than 1,000 deep, or where repairing unclosed elements multiplies them.
 */
export class HtmlBuilder {
  readonly #parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;
  #depth = 0;
  #nodes = 0;

  /** @param length of the whole text, which bounds the number of elements. */
  constructor(length: number) {
    // Unclosed `<b>` are opened again in each paragraph: a small page can mean millions of elements.
    const most = Math.min(MAX_NODES, 100_000 + length);
    this.#parser = new Parser({
      scriptingEnabled: true,
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement: (name, namespace, attributes) => {
          if (++this.#nodes > most) {
            throw new HtmlLimitError(
              `This page has more than ${most.toLocaleString('en')} elements, many of them only because others were not closed. Save it as plain text.`,
            );
          }
          return defaultTreeAdapter.createElement(name, namespace, attributes);
        },
        appendChild: (parent, node) => {
          flattenLast(parent);
          defaultTreeAdapter.appendChild(parent, node);
        },
        onItemPush: () => {
          if (++this.#depth > MAX_DEPTH) {
            throw new HtmlLimitError(
              `This page has elements nested more than ${MAX_DEPTH.toLocaleString('en')} deep. Save it as plain text.`,
            );
          }
        },
        onItemPop: (element) => {
          flattenLast(element);
          this.#depth--;
        },
      },
    });
  }

  /** Reads the next piece. */
  write(piece: string): void {
    this.#parser.tokenizer.write(piece, false);
  }

  finish(): HtmlDocument {
    this.#parser.tokenizer.write('', true);
    return this.#parser.document;
  }
}

/**
 * Text is built up word by word; engines keep it in as many pieces, until a character is looked at. That
 * would take several times the memory.
 */
function flattenLast({ childNodes }: DefaultTreeAdapterTypes.ParentNode): void {
  const last = childNodes.at(-1);
  if (last && 'value' in last) last.value.charCodeAt(0);
}

/** Parses a whole page. */
export function parseHtml(text: string): HtmlDocument {
  const builder = new HtmlBuilder(text.length);
  builder.write(text);
  return builder.finish();
}

/** The value of an attribute; `undefined` where there is none. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
