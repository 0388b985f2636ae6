import type { TokenRange } from './align.ts';

/** How tags tell where spans begin and end. */
export type TagScheme = 'iob1' | 'iob2' | 'bioes' | 'bilou';

/** A span of tokens with its type. */
export interface TokenSpan extends TokenRange {
  readonly type: string;
}

type Role = 'B' | 'I' | 'E' | 'S';

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['B', 'B'],
  ['I', 'I'],
  ['M', 'I'],
  ['E', 'E'],
  ['L', 'E'],
  ['S', 'S'],
  ['U', 'S'],
  ['W', 'S'],
]);

/** Names of types are no longer than this. */
const LONGEST = 500;

/** What one tag says: nothing (`null`), or the role of its token and the type. `undefined`: not a tag. */
export function parseTag(
  tag: string,
): { readonly letter: string; readonly role: Role; readonly type: string } | null | undefined {
  if (tag === 'O' || tag === '' || tag === '_') return null;
  const role = ROLES.get(tag.charAt(0));
  if (!role || (tag.length > 1 && tag.charAt(1) !== '-') || tag.length > LONGEST) return undefined;
  return { letter: tag.charAt(0), role, type: tag.slice(2) };
}

/** Spans of one sentence, and the tags that conlleval takes for a beginning though they do not say so. */
export interface ReadTags {
  readonly spans: readonly TokenSpan[];
  /** Numbers of tags inside a span that nothing began. Sound in IOB1, lenient elsewhere. */
  readonly startedInside: readonly number[];
  /** Numbers of tags that are none; they were taken for `O`. */
  readonly unknown: readonly number[];
}

/**
 * Reads the tags of one sentence as conlleval does, which takes all schemes at once: a span begins with
 * B and S, with a tag of another type than the one before, and with any tag after O, E and S.
 * @param offset number of the first token.
 */
export function readTags(tags: readonly string[], offset = 0): ReadTags {
  const spans: TokenSpan[] = [];
  const startedInside: number[] = [];
  const unknown: number[] = [];
  let open: { from: number; type: string } | null = null;
  const close = (to: number) => {
    if (open) spans.push({ from: open.from, to, type: open.type });
    open = null;
  };
  for (const [index, tag] of tags.entries()) {
    const at = offset + index;
    const parsed = parseTag(tag);
    if (parsed === undefined) unknown.push(at);
    if (!parsed) {
      close(at);
      continue;
    }
    const { role, type } = parsed;
    const isNew = role === 'B' || role === 'S' || open === null || open.type !== type;
    if (isNew) {
      close(at);
      open = { from: at, type };
      if (role === 'I' || role === 'E') startedInside.push(at);
    }
    if (role === 'E' || role === 'S') close(at + 1);
  }
  close(offset + tags.length);
  return { spans, startedInside, unknown };
}

/**
 * Tags of a sentence.
 * @param spans sorted, not overlapping, inside the sentence.
 */
export function writeTags(
  spans: readonly TokenSpan[],
  { from, to }: TokenRange,
  scheme: TagScheme,
): readonly string[] {
  const tags = new Array<string>(to - from).fill('O');
  let before: TokenSpan | undefined;
  for (const span of spans) {
    const touches = before?.to === span.from && before.type === span.type;
    for (let token = span.from; token < span.to; token++) {
      const letter = letterOf(scheme, token === span.from, token === span.to - 1, touches);
      tags[token - from] = span.type === '' ? letter : `${letter}-${span.type}`;
    }
    before = span;
  }
  return tags;
}

function letterOf(scheme: TagScheme, isFirst: boolean, isLast: boolean, touches: boolean): string {
  if (scheme === 'iob1') return isFirst && touches ? 'B' : 'I';
  if (scheme === 'iob2' || !(isFirst || isLast)) return isFirst ? 'B' : 'I';
  if (isFirst && isLast) return scheme === 'bioes' ? 'S' : 'U';
  if (isFirst) return 'B';
  return scheme === 'bioes' ? 'E' : 'L';
}
