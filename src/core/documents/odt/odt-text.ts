import { localName } from '../../formats/xml/namespaces.ts';
import type { XmlHandlers } from '../../formats/xml/read-events.ts';
import type { XmlStart } from '../../formats/xml/xml-element.ts';
import type { FlowText } from '../flow-text.ts';
import type { LeftOut } from '../left-out.ts';
import { ParagraphWriter } from '../paragraph-writer.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Left out with all that is in them. */
const SKIPPED = words(
  'text:sequence-decls text:variable-decls text:user-field-decls office:forms text:ruby-text text:note-citation text:script office:event-listeners table:table-source svg:title svg:desc draw:object text:table-of-content-source text:illustration-index-source text:table-index-source text:object-index-source text:user-index-source text:alphabetical-index-source text:bibliography-source text:tracked-changes office:annotation',
);
const MOST_SPACES = 10_000;
/** Repeated cells that stand for an empty rest of the table are not written out. */
const MOST_REPEATED = 100;

/** Text that is being written: the body, a note, or a text box. */
interface Frame {
  readonly writer: ParagraphWriter;
  readonly boxes: FlowText[];
  isInParagraph: boolean;
  /** White space that stands as one blank if something follows. */
  hasBlank: boolean;
  hasLetters: boolean;
  readonly rows: { hasCell: boolean }[];
}

/**
 * Reads the `content.xml` of a text document (OpenDocument 1.3 part 3, 6) from the events of its XML:
 * paragraphs, titles, lists and tables in reading order. White space collapses as the standard says
 * (6.1.2); `text:s`, `text:tab` and `text:line-break` are what they stand for. Notes get a mark and stand
 * at the end; text boxes come after their paragraph. Comments and tracked deletions are counted and left out.
 */
export class OdtText implements XmlHandlers {
  readonly #leftOut: LeftOut;
  readonly #frames: Frame[] = [newFrame()];
  readonly #notes: FlowText[] = [];
  readonly #pageStyles = new Set<string>();
  #style = '';
  #skipped = 0;
  #isInBody = false;

  constructor(leftOut: LeftOut) {
    this.#leftOut = leftOut;
  }

  /** All that was read, the notes at the end. */
  finish(): FlowText {
    const { writer } = this.#top;
    for (const [i, { text }] of this.#notes.splice(0).entries()) {
      writer.append({ text: text.trimStart(), headings: [], pages: [] }, `[${i + 1}] `);
    }
    return writer.finish();
  }

  open(start: XmlStart): void {
    const name = localName(start.name);
    if (this.#skipped > 0) {
      this.#skipped++;
      if (name === 'deletion') this.#leftOut.add('tracked deletion', 'tracked deletions');
    } else if (!this.#isInBody) this.#beforeBody(name, start);
    else if (SKIPPED.has(start.name)) {
      this.#skipped = 1;
      if (name === 'annotation') this.#leftOut.add('comment', 'comments');
    } else this.#element(name, start);
  }

  text(text: string): void {
    const frame = this.#top;
    if (this.#skipped > 0 || !frame.isInParagraph) return;
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    const inner = collapsed.replace(/^ | $/g, '');
    if (collapsed.startsWith(' ')) frame.hasBlank = true;
    if (inner === '') return;
    this.#write(inner);
    frame.hasBlank = collapsed.endsWith(' ');
  }

  close(qualified: string): void {
    const name = localName(qualified);
    if (this.#skipped > 0) this.#skipped--;
    else if (!this.#isInBody) return;
    else if (name === 'p' || name === 'h') this.#endParagraph();
    else if (name === 'table-row') {
      if (this.#top.rows.pop()?.hasCell) this.#top.writer.endRow();
    } else if (name === 'note-body' || name === 'text-box') this.#endFrame(name === 'note-body');
    else if (name === 'body') this.#isInBody = false;
  }

  /** Notes which styles begin a page, and where the body begins. */
  #beforeBody(name: string, { attributes }: XmlStart): void {
    if (name === 'body') this.#isInBody = true;
    else if (name === 'style') this.#style = attributes['style:name'] ?? '';
    else if (attributes['fo:break-before'] === 'page') this.#pageStyles.add(this.#style);
  }

  #element(name: string, { attributes }: XmlStart): void {
    const { writer, rows } = this.#top;
    if (name === 'p' || name === 'h') {
      const level = Number.parseInt(attributes['text:outline-level'] ?? '1', 10) || 1;
      const style = attributes['text:style-name'] ?? '';
      this.#beginParagraph(name === 'h' ? Math.max(1, level) : 0, style);
    } else if (name === 's') this.#exact(' '.repeat(countIn(attributes['text:c'], MOST_SPACES)));
    else if (name === 'tab') this.#exact('\t');
    else if (name === 'line-break') this.#exact('\n');
    else if (name === 'note') this.#exact(`[${this.#notes.length + 1}]`);
    else if (name === 'soft-page-break') writer.softPageBreak();
    else if (name === 'image') this.#leftOut.add('picture', 'pictures');
    else if (name === 'table-row') rows.push({ hasCell: false });
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cells(countIn(attributes['table:number-columns-repeated'], MOST_REPEATED));
    } else if (name === 'note-body' || name === 'text-box') this.#frames.push(newFrame());
  }

  get #top(): Frame {
    const top = this.#frames.at(-1);
    if (!top) throw new Error('no text is open');
    return top;
  }

  #beginParagraph(level: number, style: string): void {
    const frame = this.#top;
    if (this.#pageStyles.has(style)) frame.writer.pageBreak();
    frame.writer.paragraph(level);
    frame.isInParagraph = true;
    frame.hasBlank = false;
    frame.hasLetters = false;
  }

  #endParagraph(): void {
    const frame = this.#top;
    frame.writer.endParagraph();
    for (const box of frame.boxes.splice(0)) frame.writer.append(box);
    frame.isInParagraph = false;
  }

  /** Writes letters after the blank that waits, if anything stands before it. */
  #write(text: string): void {
    const frame = this.#top;
    if (frame.hasBlank && frame.hasLetters) frame.writer.text(' ');
    frame.hasBlank = false;
    frame.hasLetters = true;
    frame.writer.text(text);
  }

  #exact(text: string): void {
    if (this.#top.isInParagraph) this.#write(text);
  }

  #cells(count: number): void {
    const { rows, writer } = this.#top;
    const row = rows.at(-1);
    for (let i = 0; row && i < count; i++) {
      if (row.hasCell) writer.cell();
      else writer.row();
      row.hasCell = true;
    }
  }

  #endFrame(isNote: boolean): void {
    if (this.#frames.length === 1) return;
    const text = this.#top.writer.finish();
    this.#frames.pop();
    if (isNote) this.#notes.push(text);
    else if (this.#top.isInParagraph) this.#top.boxes.push(text);
    else this.#top.writer.append(text);
  }
}

function newFrame(): Frame {
  return {
    writer: new ParagraphWriter(),
    boxes: [],
    isInParagraph: false,
    hasBlank: false,
    hasLetters: false,
    rows: [],
  };
}

/** A repetition as an attribute has it: 1 where there is none. */
function countIn(value: string | undefined, most: number): number {
  const count = Number(value ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}
