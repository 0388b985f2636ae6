import type { TokenRange } from '../tokens/align.ts';
import { type Bracketed, writeBrackets } from '../tokens/brackets.ts';
import { encodeName } from '../tokens/names.ts';
import { writeTags } from '../tokens/tags.ts';
import { bracketKey, type NameStyle } from './name-style.ts';
import type { PlannedName } from './plan-names.ts';

/** Key of the names in MISC. */
export function nameKey(style: NameStyle): string {
  return style.kind === 'tags' ? style.key : 'Entity';
}

/**
 * Items of MISC that tell names, by line.
 * @param sentences where names are tags, those whose tags are wanted.
 * @param lines of the first and last word of each token.
 */
export function miscOfNames(
  names: readonly PlannedName[],
  sentences: readonly TokenRange[],
  style: NameStyle,
  lines: readonly { readonly first: number; readonly last: number }[],
): ReadonlyMap<number, string> {
  const key = nameKey(style);
  if (style.kind !== 'tags') {
    const stretches = names.map(({ from, to, opening }): Bracketed => {
      const close = bracketKey(opening, style);
      return {
        from: lines[from]?.first ?? 0,
        to: (lines[to - 1]?.last ?? 0) + 1,
        open: opening,
        close,
      };
    });
    const cells = writeBrackets(stretches, '');
    return new Map([...cells].map(([line, cell]) => [line, `${key}=${cell}`]));
  }
  const misc = new Map<number, string>();
  let next = 0;
  for (const sentence of sentences) {
    const from = next;
    while ((names[next]?.from ?? Number.POSITIVE_INFINITY) < sentence.to) next++;
    const spans = names.slice(from, next).map(({ from, to, span }) => ({
      from,
      to,
      type: encodeName(span.type, '|'),
    }));
    if (spans.length === 0) continue;
    for (const [i, tag] of writeTags(spans, sentence, 'iob2').entries()) {
      const line = lines[sentence.from + i]?.first;
      if (tag !== 'O' && line !== undefined) misc.set(line, `${key}=${tag}`);
    }
  }
  return misc;
}
