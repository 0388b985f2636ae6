import type { Ranges } from '../../model/range.ts';
import type { Span } from '../../model/span.ts';
import { type DatasetDocument, IMPORTED } from '../dataset.ts';
import { NAMELESS_TYPE } from '../iob/draft-document.ts';
import { rangeOfTokens } from '../tokens/align.ts';
import { decodeName } from '../tokens/names.ts';
import { readTags, type TagScheme } from '../tokens/tags.ts';
import { TextBuilder } from '../tokens/text-builder.ts';

export const HF = 'hf-datasets';

/** The lines of one document as the file had them. */
export interface CarriedLines {
  readonly lines: readonly string[];
  /** Names of the tags, where they are numbers. */
  readonly names: readonly string[] | null;
  readonly scheme: TagScheme;
  readonly unit: 'code-points' | 'utf-16';
}

/** A document whose sentences are rows with tokens. */
export class TokenDraft {
  readonly name: string;
  readonly lines: string[] = [];
  readonly #builder = new TextBuilder();
  readonly #spans: Span[] = [];

  constructor(name: string) {
    this.name = name;
    this.#builder.beginSentence();
  }

  /** Adds a sentence. Empty tokens, which are no text, are left out with their tags. */
  add(tokens: readonly string[], tags: readonly string[]): ReturnType<typeof readTags> {
    const from = this.#builder.tokens.length;
    const kept: string[] = [];
    for (const [i, token] of tokens.entries()) {
      if (token === '') continue;
      this.#builder.token(token);
      this.#builder.space(' ');
      kept.push(tags[i] ?? 'O');
    }
    const read = readTags(kept, from);
    for (const { type, ...span } of read.spans) {
      const ranges = [rangeOfTokens(this.#builder.tokens, span)] as const;
      this.#spans.push(spanOf(this.#spans.length + 1, nameOf(type), ranges));
    }
    this.#builder.endSentence();
    return read;
  }

  document(id: string, carried: Omit<CarriedLines, 'lines'>): DatasetDocument {
    const data: CarriedLines = { ...carried, lines: this.lines };
    return {
      id,
      name: this.name,
      text: this.#builder.text(),
      sets: [{ annotator: IMPORTED, records: this.#spans }],
      tokens: this.#builder.tokens,
      sentences: this.#builder.sentences,
      carried: { format: HF, data },
    };
  }
}

/** The type that a tag names. */
export function nameOf(type: string): string {
  return type === '' ? NAMELESS_TYPE : decodeName(type);
}

/** A span as it is read. */
export function spanOf(number: number, type: string, ranges: Ranges): Span {
  return { kind: 'span', id: `s${number}`, type, ranges, attributes: {}, note: '' };
}
