import type { FlowWriter } from '../flow-text.ts';
import type { HtmlElement, HtmlNode } from './parse-html.ts';
import { BLOCKS, isHidden, isPreformatted } from './visible-elements.ts';

/** Nodes after which the caller may look at the clock. */
const STEP = 20_000;
const HEADING = /^h([1-6])$/u;

interface Open {
  readonly element: HtmlElement | undefined;
  readonly nodes: readonly HtmlNode[];
  readonly isPre: boolean;
  next: number;
  /** Of a row: whether a cell has begun. */
  hasCell: boolean;
}

/**
 * Writes the visible text of a parsed page, as the `innerText` of the HTML Standard has it for a page
 * without style sheets: `p` with a blank line around it, other blocks on lines of their own, `br` as a line
 * end, cells parted by TAB, `pre` as it is. Pictures, fields and what is hidden have no text. Headings are
 * `h1` to `h6`. Without recursion; yields now and then.
 */
export function* writeHtml(root: HtmlNode, writer: FlowWriter): Generator<void, void> {
  const open: Open[] = [opened(undefined, [root], false)];
  let count = 0;
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (++count % STEP === 0) yield;
    const node = top.nodes[top.next++];
    if (node === undefined) {
      if (top.element) close(top.element, writer);
      open.pop();
    } else if ('value' in node) {
      if (top.isPre) writer.verbatim(node.value);
      else writer.text(node.value);
    } else if ('tagName' in node) {
      if (isHidden(node)) continue;
      begin(node, top, writer);
      open.push(opened(node, node.childNodes, top.isPre || isPreformatted(node)));
    } else if ('childNodes' in node) {
      open.push(opened(undefined, node.childNodes, top.isPre));
    }
  }
}

function opened(
  element: HtmlElement | undefined,
  nodes: readonly HtmlNode[],
  isPre: boolean,
): Open {
  return { element, nodes, isPre, next: 0, hasCell: false };
}

function begin({ tagName }: HtmlElement, parent: Open, writer: FlowWriter): void {
  if (tagName === 'br') writer.lineBreak();
  else if (tagName === 'tr') writer.row();
  else if (tagName === 'td' || tagName === 'th') {
    if (parent.hasCell) writer.cell();
    parent.hasCell = true;
  } else if (BLOCKS.has(tagName)) {
    writer.block(tagName === 'p' ? 2 : 1);
    const level = HEADING.exec(tagName)?.[1];
    if (level !== undefined) writer.beginHeading(Number(level));
  }
}

function close({ tagName }: HtmlElement, writer: FlowWriter): void {
  if (tagName === 'tr') writer.endRow();
  else if (BLOCKS.has(tagName)) {
    if (HEADING.test(tagName)) writer.endHeading();
    writer.block(tagName === 'p' ? 2 : 1);
  }
}
