const UNSOUND = /\0|\p{Surrogate}/gu;

/**
 * The text with U+FFFD for each NUL and each half of a surrogate pair, which no project can hold; offsets
 * stay true. `replaced` has a sentence about it, or none.
 */
export function soundText(text: string): {
  readonly text: string;
  readonly replaced: readonly string[];
} {
  if (!text.includes('\0') && text.isWellFormed()) return { text, replaced: [] };
  let count = 0;
  const sound = text.replace(UNSOUND, () => {
    count++;
    return '\ufffd';
  });
  const what = count === 1 ? '1 character is' : `${count.toLocaleString('en')} characters are`;
  return { text: sound, replaced: [`${what} no Unicode text, and stand as � (U+FFFD).`] };
}
