import type { Range } from '../../model/range.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { isBlock, isName, isPointer, isSkipped, isToken, isUnread, nameOf } from './elements.ts';

/** An element with the place of its words in the text; empty where it has none. */
export interface PlacedElement extends Range {
  readonly element: XmlElement;
}

export interface BuiltText {
  readonly text: string;
  /** Elements that are annotations, in the order of their starts. */
  readonly names: readonly PlacedElement[];
  readonly tokens: readonly Range[];
  readonly sentences: readonly Range[];
  /** Places of all elements that have an id. */
  readonly byId: ReadonlyMap<string, PlacedElement>;
  /** `span` elements that point to their words. */
  readonly pointers: readonly XmlElement[];
  /** How often each element was met of which only the text was read. */
  readonly unread: ReadonlyMap<string, number>;
  /** Text that was left out, by the name of the element. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * Makes a text of an element. Runs of white space are one blank, and none at the edges of a block; each
 * block begins a line; `lb` ends one. Between tokens (`w`, `pc`) there is a blank where there is white
 * space, unless `join` says otherwise. Inside of `xml:space="preserve"` all is kept as it is. Of `choice`
 * the first child is read, and of `app` the lemma.
 */
export function buildText(root: XmlElement): BuiltText {
  const builder = new TextBuilder();
  builder.walk(root, false);
  return builder.done();
}

const WHITE = /[ \t\r\n]+/u;

interface Open {
  start: number | undefined;
}

class TextBuilder {
  readonly #pieces: string[] = [];
  #length = 0;
  #wantsBreak = false;
  #wantsBlank = false;
  #isJoined = false;
  /** Elements that have begun, but of which no word has come yet. */
  #waiting: Open[] = [];
  readonly #names: PlacedElement[] = [];
  readonly #tokens: Range[] = [];
  readonly #sentences: Range[] = [];
  readonly #byId = new Map<string, PlacedElement>();
  readonly #pointers: XmlElement[] = [];
  readonly #unread = new Map<string, number>();
  readonly #skipped = new Map<string, number>();

  walk(element: XmlElement, isKept: boolean): void {
    const name = nameOf(element);
    if (isSkipped(element)) {
      count(this.#skipped, name);
      return;
    }
    if (isPointer(element)) {
      this.#pointers.push(element);
      return;
    }
    if (isUnread(element)) count(this.#unread, name);
    const { join, 'xml:id': id, 'xml:space': space } = element.attributes;
    const block = isBlock(element);
    if (block || name === 'lb') this.#break();
    if (join === 'left' || join === 'both') this.#wantsBlank = false;
    const open: Open = { start: undefined };
    this.#waiting.push(open);
    const keeps = space === 'preserve' || (isKept && space !== 'default');
    for (const child of childrenToRead(element)) {
      if (typeof child !== 'string') this.walk(child, keeps);
      else if (keeps) this.#put(child);
      else this.#collapse(child);
    }
    if (block) this.#break();
    if (join === 'right' || join === 'both') this.#isJoined = true;
    this.#close(element, open, id);
  }

  #close(element: XmlElement, { start }: Open, id: string | undefined): void {
    const end = this.#length;
    const placed = { element, start: start ?? end, end };
    if (start === undefined) this.#waiting.pop();
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, placed);
    if (start === undefined || start === end) return;
    if (isName(element)) this.#names.push(placed);
    else if (isToken(element)) this.#tokens.push({ start, end });
    else if (nameOf(element) === 's') this.#sentences.push({ start, end });
  }

  #break(): void {
    this.#wantsBreak = true;
    this.#wantsBlank = false;
    this.#isJoined = false;
  }

  #collapse(text: string): void {
    for (const [i, word] of text.split(WHITE).entries()) {
      if (i > 0 && !this.#isJoined) this.#wantsBlank = true;
      if (word !== '') this.#put(word);
    }
  }

  /** Adds words after the white space that is due; elements that have begun start with them. */
  #put(words: string): void {
    if (words === '') return;
    if (this.#length > 0) {
      if (this.#wantsBreak) this.#push('\n');
      else if (this.#wantsBlank) this.#push(' ');
    }
    this.#wantsBreak = false;
    this.#wantsBlank = false;
    this.#isJoined = false;
    for (const open of this.#waiting) open.start = this.#length;
    this.#waiting = [];
    this.#push(words);
  }

  #push(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  done(): BuiltText {
    return {
      text: this.#pieces.join(''),
      names: [...this.#names].sort((a, b) => a.start - b.start || b.end - a.end),
      tokens: apart(this.#tokens),
      sentences: apart(this.#sentences),
      byId: this.#byId,
      pointers: this.#pointers,
      unread: this.#unread,
      skipped: this.#skipped,
    };
  }
}

function childrenToRead(element: XmlElement): XmlElement['children'] {
  const name = nameOf(element);
  if (name !== 'choice') return element.children;
  return element.children.filter((child) => typeof child !== 'string').slice(0, 1);
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Ranges in order; none where some overlap. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const isApart = sorted.every(({ end }, i) => end <= (sorted[i + 1]?.start ?? end));
  return isApart ? sorted : [];
}
