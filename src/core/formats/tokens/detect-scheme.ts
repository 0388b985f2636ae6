import { parseTag, type TagScheme } from './tags.ts';

/**
 * Finds out the scheme of tags, which are shown to it sentence by sentence: L, U: BILOU; E, S: BIOES; an
 * `I-` that begins a span, while no `B-` does so except after a span of its type: IOB1; else IOB2.
 */
export class SchemeDetector {
  readonly #seen = new Set<string>();
  #insideStarts = 0;
  #freeBegins = 0;

  add(tags: readonly string[]): void {
    let last: string | null = null;
    for (const tag of tags) {
      const parsed = parseTag(tag);
      const type = parsed?.type ?? null;
      if (parsed) {
        this.#seen.add(parsed.letter);
        if (type !== last && parsed.letter === 'B') this.#freeBegins++;
        else if (type !== last && parsed.letter === 'I') this.#insideStarts++;
      }
      last = type;
    }
  }

  /** `undefined` where no tag tells. */
  scheme(): TagScheme | undefined {
    if (this.#seen.has('L') || this.#seen.has('U')) return 'bilou';
    if (this.#seen.has('E') || this.#seen.has('S')) return 'bioes';
    if (this.#insideStarts > 0 && this.#freeBegins === 0) return 'iob1';
    return this.#seen.size > 0 ? 'iob2' : undefined;
  }
}

/** The scheme that the tags of these sentences seem to be in. */
export function detectScheme(sentences: Iterable<readonly string[]>): TagScheme | undefined {
  const detector = new SchemeDetector();
  for (const tags of sentences) detector.add(tags);
  return detector.scheme();
}
