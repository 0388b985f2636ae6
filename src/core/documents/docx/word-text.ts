import { localName } from '../../formats/xml/namespaces.ts';
import type { XmlHandlers } from '../../formats/xml/read-events.ts';
import type { XmlStart } from '../../formats/xml/xml-element.ts';
import type { FlowText } from '../flow-text.ts';
import type { LeftOut } from '../left-out.ts';
import { ParagraphWriter } from '../paragraph-writer.ts';
import { FieldStack } from './fields.ts';
import { type ParagraphStart, readProperty } from './paragraph-properties.ts';
import { wordValue } from './styles.ts';
import { symbolCharacter } from './symbols.ts';

/** What is read of a document besides its own parts. */
export interface WordContext {
  /** Levels of titles by the id of their style. */
  readonly levels: ReadonlyMap<string, number>;
  readonly leftOut: LeftOut;
  /** The mark in the text for a footnote or endnote; '' where there is no such note. */
  noteMark(kind: 'footnote' | 'endnote', id: string): string;
}

/** Elements left out with all that is in them. */
const SKIPPED: ReadonlySet<string> = new Set(
  'tblPr tblGrid tcPr sectPr sdtPr sdtEndPr rubyPr rt instrText'.split(' '),
);

/** Text that is being written: the body, or a text box inside a paragraph of it. */
interface Frame {
  readonly writer: ParagraphWriter;
  /** Text boxes of the paragraph, which come after it. */
  readonly boxes: FlowText[];
  /** The paragraph that is open. */
  paragraph: ParagraphStart | undefined;
  /** Whether its first letters have been asked for: its properties come before. */
  hasBegun: boolean;
  /** The rows of tables that are open, innermost last. */
  readonly rows: { hasCell: boolean; isDeleted: boolean }[];
}

/**
 * Reads the body of a part of a Word file (ECMA-376 part 1, 17), from the events of its XML: paragraphs in
 * reading order, with tabs, breaks, fields as they were last shown, symbols, and text boxes after the
 * paragraph they hang on. Deleted and moved-away text, hidden text and pictures are counted and left out.
 */
export class WordText implements XmlHandlers {
  readonly #context: WordContext;
  readonly #frames: Frame[] = [newFrame()];
  readonly #fields = new FieldStack();
  readonly #alternatives: boolean[] = [];
  #skipped = 0;
  #isInProperties = 0;
  #isInRunProperties = false;
  #isHidden = false;
  #isInText = 0;
  #isDeletion = false;
  #isInRowProperties = false;

  constructor(context: WordContext) {
    this.#context = context;
  }

  /** Adds a note at the end, on lines of its own, after its mark. */
  addNote(mark: string, { text }: FlowText): void {
    this.#top.writer.append({ text: text.trimStart(), headings: [], pages: [] }, `${mark} `);
  }

  /** All that was read. */
  finish(): FlowText {
    return this.#top.writer.finish();
  }

  open(start: XmlStart): void {
    const name = localName(start.name);
    if (this.#skipped > 0) {
      this.#skipped++;
      const row = this.#top.rows.at(-1);
      if (this.#isInRowProperties && row && name === 'del') row.isDeleted = true;
      if (this.#isDeletion && name === 'delText') {
        this.#context.leftOut.add('tracked deletion', 'tracked deletions');
        this.#isDeletion = false;
      }
    } else if (this.#isInProperties > 0) {
      this.#isInProperties++;
      if (this.#top.paragraph) readProperty(this.#top.paragraph, name, start, this.#isInProperties);
    } else if (this.#isInRunProperties) {
      if (name === 'rPrChange') this.#skipped = 1;
      else if (name === 'vanish')
        this.#isHidden = !/^(?:0|false|off)$/u.test(wordValue(start) ?? '');
    } else if (SKIPPED.has(name)) this.#skipped = 1;
    else this.#element(name, start);
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#isInText === 0) return;
    if (this.#isHidden) this.#context.leftOut.add('piece of hidden text', 'pieces of hidden text');
    else this.#write(text);
  }

  close(qualified: string): void {
    const name = localName(qualified);
    if (this.#skipped > 0) {
      this.#skipped--;
      if (this.#skipped > 0) return;
      this.#isDeletion = false;
      this.#isInRowProperties = false;
    } else if (this.#isInProperties > 0) this.#isInProperties--;
    else if (name === 'rPr') this.#isInRunProperties = false;
    else if (name === 't') this.#isInText--;
    else if (name === 'r') this.#isHidden = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tr') {
      if (this.#top.rows.pop()?.hasCell) this.#top.writer.endRow();
    } else if (name === 'AlternateContent') this.#alternatives.pop();
    else if (name === 'txbxContent') this.#endBox();
  }

  #element(name: string, start: XmlStart): void {
    switch (name) {
      case 'p':
        this.#top.paragraph = {
          level: undefined,
          style: undefined,
          isDeleted: false,
          startsPage: false,
        };
        this.#top.hasBegun = false;
        return;
      case 'pPr':
        this.#isInProperties = 1;
        return;
      case 'rPr':
        this.#isInRunProperties = true;
        return;
      case 't':
        this.#isInText++;
        return;
      case 'del':
      case 'moveFrom':
        this.#skipped = 1;
        this.#isDeletion = name === 'del';
        return;
      case 'trPr':
        this.#skipped = 1;
        this.#isInRowProperties = true;
        return;
      case 'tr':
        this.#top.rows.push({ hasCell: false, isDeleted: false });
        return;
      case 'tc':
        this.#cell();
        return;
      case 'txbxContent':
        this.#frames.push(newFrame());
        return;
      case 'AlternateContent':
        this.#alternatives.push(false);
        return;
      case 'Choice':
      case 'Fallback':
        if (this.#alternatives.at(-1) === true) this.#skipped = 1;
        else this.#alternatives.splice(-1, 1, true);
        return;
      default:
        this.#inRun(name, start);
    }
  }

  #inRun(name: string, start: XmlStart): void {
    const { leftOut } = this.#context;
    if (name === 'tab' || name === 'ptab') this.#write('\t');
    else if (name === 'cr') this.#write('\n');
    else if (name === 'noBreakHyphen') this.#write('\u2011');
    else if (name === 'softHyphen') this.#write('\u00ad');
    else if (name === 'br') this.#break(wordValue(start, 'type'));
    else if (name === 'sym') this.#symbol(start);
    else if (name === 'fldChar') this.#fields.mark(wordValue(start, 'fldCharType'));
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
      this.#write(this.#context.noteMark(kind, wordValue(start, 'id') ?? ''));
    } else if (name === 'blip' || name === 'imagedata') leftOut.add('picture', 'pictures');
    else if (name === 'relIds' || name === 'chart') leftOut.add('chart', 'charts');
    else if (name === 'altChunk' || name === 'subDoc') {
      leftOut.add('document inside the document', 'documents inside the document');
    }
  }

  get #top(): Frame {
    const top = this.#frames.at(-1);
    if (!top) throw new Error('no text is open');
    return top;
  }

  #write(text: string): void {
    if (text === '' || !this.#top.paragraph || this.#isHidden || this.#fields.isInInstruction)
      return;
    this.#beginParagraph();
    this.#top.writer.text(text);
  }

  #beginParagraph(): void {
    const { paragraph, writer, hasBegun } = this.#top;
    if (!paragraph || hasBegun) return;
    this.#top.hasBegun = true;
    const { level, style, startsPage } = paragraph;
    if (startsPage) writer.pageBreak();
    writer.paragraph(level ?? this.#context.levels.get(style ?? '') ?? 0);
  }

  #endParagraph(): void {
    const { paragraph, writer, boxes } = this.#top;
    this.#beginParagraph();
    writer.endParagraph();
    if (paragraph?.isDeleted) writer.joinNext();
    for (const box of boxes.splice(0)) writer.append(box);
    this.#top.paragraph = undefined;
    this.#fields.endParagraph();
  }

  #cell(): void {
    const row = this.#top.rows.at(-1);
    if (row?.isDeleted) {
      this.#skipped = 1;
      this.#isDeletion = true;
    } else if (row?.hasCell) this.#top.writer.cell();
    else if (row) {
      row.hasCell = true;
      this.#top.writer.row();
    }
  }

  #endBox(): void {
    if (this.#frames.length === 1) return;
    const box = this.#top.writer.finish();
    this.#frames.pop();
    if (this.#top.paragraph) this.#top.boxes.push(box);
    else this.#top.writer.append(box);
  }

  #break(type: string | undefined): void {
    if (this.#isHidden) return;
    if (type === 'page' || type === 'column') {
      this.#beginParagraph();
      this.#top.writer.pageBreak(type === 'page');
    } else this.#write('\n');
  }

  #symbol(start: XmlStart): void {
    const character = symbolCharacter(
      wordValue(start, 'font') ?? '',
      wordValue(start, 'char') ?? '',
    );
    if (character !== undefined) this.#write(character);
    else this.#context.leftOut.add('symbol of a picture font', 'symbols of picture fonts');
  }
}

function newFrame(): Frame {
  return {
    writer: new ParagraphWriter(),
    boxes: [],
    paragraph: undefined,
    hasBegun: false,
    rows: [],
  };
}
