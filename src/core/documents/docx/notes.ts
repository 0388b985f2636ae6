import { localName } from '../../formats/xml/namespaces.ts';
import type { XmlHandlers } from '../../formats/xml/read-events.ts';
import type { XmlStart } from '../../formats/xml/xml-element.ts';
import type { FlowText } from '../flow-text.ts';
import { wordValue } from './styles.ts';
import { type WordContext, WordText } from './word-text.ts';

/** Reads the notes of `footnotes.xml` or `endnotes.xml`, by id. The lines that part notes from text are none. */
export class WordNotes implements XmlHandlers {
  readonly notes = new Map<string, FlowText>();
  readonly #context: WordContext;
  #id = '';
  #note: WordText | undefined;

  constructor(context: WordContext) {
    this.#context = context;
  }

  open(start: XmlStart): void {
    const name = localName(start.name);
    if (!this.#note && (name === 'footnote' || name === 'endnote')) {
      const type = wordValue(start, 'type') ?? 'normal';
      if (type !== 'normal') return;
      this.#id = wordValue(start, 'id') ?? '';
      this.#note = new WordText(this.#context);
    } else this.#note?.open(start);
  }

  text(text: string): void {
    this.#note?.text(text);
  }

  close(name: string): void {
    const local = localName(name);
    if (this.#note && (local === 'footnote' || local === 'endnote')) {
      this.notes.set(this.#id, this.#note.finish());
      this.#note = undefined;
    } else this.#note?.close(name);
  }
}
