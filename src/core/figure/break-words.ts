import type { Range } from '../model/range.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Scripts that part words without blanks: a line may end after each word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ーァィゥェォッャュョ々]/u;

/**
 * Cuts a stretch of one paragraph into pieces between which a line may end: words with the signs and
 * blanks that follow them. Together they are the whole stretch.
 */
export function breakWords(text: string, { start, end }: Range): readonly Range[] {
  const pieces: Range[] = [];
  let from = start;
  let before = '';
  const cut = (at: number) => {
    if (at > from) pieces.push({ start: from, end: at });
    from = at;
  };
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const at = start + index;
    const isBlank = /^[^\S\u00a0\u202f]+$/u.test(segment);
    const isAfterBlank = /[^\S\u00a0\u202f]$/u.test(before);
    if ((isAfterBlank && !isBlank) || mayPart(before, segment)) cut(at);
    before = segment;
  }
  cut(end);
  return pieces;
}

/** Whether a line may end between two segments that no blank parts. */
function mayPart(before: string, after: string): boolean {
  if (before === '' || /^\s/u.test(after)) return false;
  if (!(UNSPACED.test(before) || UNSPACED.test(after))) return false;
  return !(OPENING.test(before) || CLOSING.test(after));
}
