/** One entry per line; blank lines and blanks around entries do not count, nor does a line twice. */
export function parseLines(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(lines)];
}
