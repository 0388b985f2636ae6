import { parseTag, type TagScheme } from './tags.ts';

/**
 * The scheme that tags of a file seem to be in, seen sentence by sentence: L, U: BILOU; E, S: BIOES; an
 * `I-` that begins a span, while no `B-` does so except after a span of its type: IOB1; else IOB2.
 * `undefined` where no tag tells.
 */
export function detectScheme(sentences: Iterable<readonly string[]>): TagScheme | undefined {
  const seen = new Set<string>();
  let insideStarts = 0;
  let freeBegins = 0;
  for (const tags of sentences) {
    let last: string | null = null;
    for (const tag of tags) {
      const parsed = parseTag(tag);
      const type = parsed?.type ?? null;
      if (parsed) {
        seen.add(parsed.letter);
        if (type !== last) {
          if (parsed.letter === 'B') freeBegins++;
          else if (parsed.letter === 'I') insideStarts++;
        }
      }
      last = type;
    }
  }
  if (seen.has('L') || seen.has('U')) return 'bilou';
  if (seen.has('E') || seen.has('S')) return 'bioes';
  if (insideStarts > 0 && freeBegins === 0) return 'iob1';
  return seen.size > 0 ? 'iob2' : undefined;
}
