import type { TokenRange } from '../tokens/align.ts';
import { linesIn } from '../tokens/lines-in.ts';
import type { carriedConllu } from './carried.ts';
import { miscOfNames, nameKey } from './misc-of-names.ts';
import type { NameStyle } from './name-style.ts';
import type { ParsedDocument } from './parse-document.ts';
import type { PlannedName } from './plan-names.ts';
import { readRow, withMisc, withMiscValue } from './row.ts';

/** The carried rows, with other names in the sentences whose names have changed. */
export function* rewrite(
  { source, style: before, parsed }: NonNullable<ReturnType<typeof carriedConllu>>,
  style: NameStyle,
  names: readonly PlannedName[],
): Generator<string> {
  const changed = changedSentences(parsed, names, style);
  if (changed.length === 0) {
    yield source;
    return;
  }
  if (!before && style.kind === 'ids') yield `# global.Entity = ${style.fields.join('-')}\n`;
  const lines = linesOf(parsed, changed);
  const isChanged = new Set<number>();
  for (const { from, to } of changed)
    for (let token = from; token < to; token++) isChanged.add(token);
  const kept = names.filter(({ from }) => isChanged.has(from));
  const misc = miscOfNames(kept, changed, style, parsed.lines);
  const key = nameKey(style);
  for (const { number, text, lineBreak } of linesIn(source)) {
    const row = lines.has(number) ? readRow(text) : null;
    if (row === null || typeof row === 'string') yield text + lineBreak;
    else {
      const value = misc.get(number)?.slice(key.length + 1);
      yield withMisc(text, withMiscValue(row.misc, key, value)) + lineBreak;
    }
  }
}

function changedSentences(
  { sentenceTokens, mentions }: ParsedDocument,
  names: readonly PlannedName[],
  style: NameStyle,
): readonly TokenRange[] {
  const keysBefore = bySentence(sentenceTokens);
  const keysNow = bySentence(sentenceTokens);
  for (const { parts, type, tokens } of mentions) {
    const found = style.kind === 'tags' ? [{ ...tokens, opening: type }] : parts;
    for (const { from, to, opening } of found) keysBefore.add(from, `${from} ${to} ${opening}`);
  }
  for (const { from, to, opening } of names) keysNow.add(from, `${from} ${to} ${opening}`);
  return sentenceTokens.filter((_, i) => keysBefore.key(i) !== keysNow.key(i));
}

function bySentence(sentences: readonly TokenRange[]) {
  const numbers = new Map<number, number>();
  for (const [i, { from, to }] of sentences.entries()) {
    for (let token = from; token < to; token++) numbers.set(token, i);
  }
  const keys = new Map<number, string[]>();
  return {
    add: (token: number, key: string) => {
      const sentence = numbers.get(token) ?? -1;
      const list = keys.get(sentence) ?? [];
      list.push(key);
      keys.set(sentence, list);
    },
    key: (sentence: number) => (keys.get(sentence) ?? []).sort().join('\n'),
  };
}

/** All lines of words of these sentences. */
function linesOf({ lines }: ParsedDocument, sentences: readonly TokenRange[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { from, to } of sentences) {
    const first = lines[from]?.first ?? 0;
    const last = lines[to - 1]?.last ?? 0;
    for (let line = first; line <= last; line++) found.add(line);
  }
  return found;
}
