import { offsetsOf } from '../../text/offsets.ts';
import type { BiocDocument, BiocSentence } from './collection.ts';

export type BiocUnit = 'code-points' | 'utf-16';

/** A passage or sentence whose text is part of the document's text. Numbers count in the unit. */
export interface Piece {
  readonly part: BiocSentence;
  /** What the file says. */
  readonly declared: number;
  /** Where it stands in the text. */
  readonly placed: number;
  readonly length: number;
  readonly isSentence: boolean;
}

export interface PlacedText {
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /** Sentences within passages that have a text of their own, too. */
  readonly sentences: readonly Piece[];
  readonly faults: readonly {
    readonly code: string;
    readonly message: string;
    readonly part: BiocSentence;
  }[];
}

/** Wider gaps than this are not filled: what is said of the place cannot be meant. */
const WIDEST = 10_000;

/** More than this is not filled in all of a document. */
const MOST_FILLED = 1_000_000;

/**
 * Puts passages and sentences together at their offsets, the first of them at 0. Gaps between passages
 * are filled with line breaks and those between sentences with blanks, as bioc does it in Python. What
 * overlaps, or has no place, comes after a line break.
 */
export function placeText(document: BiocDocument, unit: BiocUnit): PlacedText {
  const builder = new TextBuilder(unit);
  for (const passage of document.passages) {
    const hasText =
      passage.text !== undefined && (passage.text !== '' || !passage.sentences.length);
    if (hasText) {
      const piece = builder.add(passage, passage.text ?? '', '\n', false);
      for (const sentence of passage.sentences) builder.addInside(sentence, piece);
      continue;
    }
    for (const [i, sentence] of passage.sentences.entries()) {
      builder.add(
        sentence,
        sentence.text ?? builder.fromAnnotations(sentence),
        i === 0 ? '\n' : ' ',
        true,
      );
    }
  }
  return builder.done();
}

class TextBuilder {
  readonly #unit: BiocUnit;
  readonly #texts: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #sentences: Piece[] = [];
  readonly #faults: PlacedText['faults'][number][] = [];
  #length = 0;
  #filled = 0;
  /** What is subtracted from offsets; known from the first piece on. */
  #base: number | undefined;

  constructor(unit: BiocUnit) {
    this.#unit = unit;
  }

  add(part: BiocSentence, text: string, filler: string, isSentence: boolean): Piece {
    const declared = Number.isNaN(part.offset) ? this.#length + (this.#base ?? 0) : part.offset;
    this.#base ??= declared;
    const gap = declared - this.#base - this.#length;
    const isPlaced = this.#canFill(gap) && !Number.isNaN(part.offset);
    if (isPlaced) this.#filled += gap;
    if (!isPlaced && this.#pieces.length > 0) {
      const message = 'It does not begin after the text before it; it was put after a line break.';
      this.#faults.push({ code: 'bad-offset', message, part });
    }
    const padding = isPlaced ? filler.repeat(gap) : this.#pieces.length > 0 ? '\n' : '';
    this.#push(padding);
    const placed = this.#length;
    if (!isPlaced) this.#base = declared - placed;
    this.#push(text);
    const piece = { part, declared, placed, length: this.#length - placed, isSentence };
    this.#pieces.push(piece);
    return piece;
  }

  addInside(part: BiocSentence, { declared, placed, length }: Piece): void {
    const at = part.offset - declared;
    const own = this.#lengthOf(part.text ?? '');
    if (at >= 0 && at + own <= length) {
      const piece = {
        part,
        declared: part.offset,
        placed: placed + at,
        length: own,
        isSentence: true,
      };
      this.#sentences.push(piece);
    }
  }

  /** The text of a sentence that has none but in its annotations, such as one for each token. */
  fromAnnotations(sentence: BiocSentence): string {
    const words = sentence.annotations
      .flatMap(({ text, locations: [first] }) =>
        first ? [{ text, at: first.offset - sentence.offset }] : [],
      )
      .sort((a, b) => a.at - b.at);
    let text = '';
    let length = 0;
    for (const word of words) {
      const gap = word.at - length;
      if (!this.#canFill(gap)) continue;
      this.#filled += gap;
      text += ' '.repeat(gap) + word.text;
      length += gap + this.#lengthOf(word.text);
    }
    const message = 'The sentence has no text; it was put together from its annotations.';
    this.#faults.push({ code: 'no-text', message, part: sentence });
    return text;
  }

  #canFill(gap: number): boolean {
    return gap >= 0 && gap <= WIDEST && this.#filled + gap <= MOST_FILLED;
  }

  #push(text: string): void {
    this.#texts.push(text);
    this.#length += this.#lengthOf(text);
  }

  #lengthOf(text: string): number {
    return this.#unit === 'utf-16' ? text.length : offsetsOf(text).codePointLength;
  }

  done(): PlacedText {
    return {
      text: this.#texts.join(''),
      pieces: this.#pieces,
      sentences: this.#sentences,
      faults: this.#faults,
    };
  }
}

/** The piece in which an offset of the file lies: the last one that begins at or before it. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.declared ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
