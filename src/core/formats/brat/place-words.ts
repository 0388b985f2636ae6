import type { Range, Ranges } from '../../model/range.ts';
import type { Offsets } from '../../text/offsets.ts';
import { plural } from '../../text/plural.ts';
import { joinAtBreaks } from './fragments.ts';
import type { BratLine } from './parse-line.ts';

/** Where a text line stands, in UTF-16, or why it stands nowhere. */
export type Placed =
  | { readonly fault: { readonly code: string; readonly message: string } }
  | { readonly fault?: never; readonly ranges: Ranges; readonly note?: string };

/** Looks up the fragments of a text line and compares their words with those that stand in the line. */
export function placeWords(
  text: string,
  offsets: Offsets,
  { fragments, words }: Pick<Extract<BratLine, { kind: 'text' }>, 'fragments' | 'words'>,
): Placed {
  const length = offsets.codePointLength;
  const given: Range[] = [];
  for (const [start, end] of fragments) {
    if (start === end) {
      return fault('empty-span', 'This span is empty; there is nothing to tag.');
    }
    if (start > end || end > length) {
      const message = `The range ${start} to ${end} does not lie in the text, which has ${plural(length, 'character')}.`;
      return fault('bad-range', message);
    }
    given.push({ start: offsets.toUtf16(start), end: offsets.toUtf16(end) });
  }
  const sorted = [...given].sort((a, b) => a.start - b.start);
  if (sorted.some(({ start }, i) => start < (sorted[i - 1]?.end ?? 0))) {
    return fault('bad-range', 'The fragments of this span overlap.');
  }
  const found = given.map(({ start, end }) => text.slice(start, end)).join(' ');
  const ranges = joinAtBreaks(text, given);
  if (!ranges || withoutBlanks(found) !== withoutBlanks(words)) {
    const message = `The words are given as ‘${words.slice(0, 80)}’, but the text has ‘${found.slice(0, 80)}’ there.`;
    return fault('other-words', message);
  }
  if (found === words) return { ranges };
  return { ranges, note: 'The white space of the words is not that of the text; the text counts.' };
}

function withoutBlanks(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function fault(code: string, message: string): Placed {
  return { fault: { code, message } };
}
