import type { Range } from '../../model/range.ts';

/**
 * Tokens as spaCy needs them: together they are the whole text, but for single blanks after tokens. White
 * space beyond that becomes tokens of its own.
 * @param tokens sorted, not overlapping, without white space.
 */
export function spacyTokens(text: string, tokens: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  let at = 0;
  const fill = (end: number): void => {
    // One blank belongs to the token before.
    const start = whole.length > 0 && text[at] === ' ' ? at + 1 : at;
    if (start < end) {
      // The last blank belongs to the white space before it, if there is any.
      const isTrailing = end - start > 1 && text[end - 1] === ' ';
      whole.push({ start, end: isTrailing ? end - 1 : end });
    }
  };
  for (const token of tokens) {
    if (at < token.start) fill(token.start);
    whole.push(token);
    at = token.end;
  }
  if (at < text.length) fill(text.length);
  return whole;
}
