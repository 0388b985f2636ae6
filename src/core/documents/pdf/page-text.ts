/** A piece of text on a page, as pdf.js gives it: in reading order, with blanks where letters stand apart. */
export interface PdfPiece {
  readonly str: string;
  /** The matrix that places it: size and direction first, then x and y, in points from the lower left. */
  readonly transform: readonly number[];
  /** Whether the line ends with it. */
  readonly hasEOL: boolean;
}

export interface PageText {
  /** Lines parted by LF; '' for a page without letters. */
  readonly text: string;
  /** Letters that the page shows, but of which its fonts do not say what they are. */
  readonly unknown: number;
}

interface Line {
  text: string;
  y: number;
  size: number;
}

/** A gap so many times as high as is usual between the lines of the page begins a paragraph. */
const WIDE = 1.35;
/** Letters so many times as large, or as small, are a title, or no longer one. */
const LARGER = 1.15;
// biome-ignore lint/suspicious/noControlCharactersInRegex: letters without meaning come out as these.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/**
 * The text of a page. Its lines stay lines, with no blanks at their ends, hyphens at their ends stay; a
 * blank line stands where the gap to the next line is wider than is usual on the page, or the letters are
 * of another size. Columns come one after the other, as far as the file has them so.
 */
export function pageText(pieces: readonly PdfPiece[]): PageText {
  let unknown = 0;
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const { str, transform, hasEOL } of pieces) {
    const text = str.replace(CONTROL, () => {
      unknown++;
      return '';
    });
    if (text.trim() !== '' && (line === undefined || line.text.trim() === '')) {
      const [, , c = 0, d = 0, , y = 0] = transform;
      line = { text: `${line?.text ?? ''}${text}`, y, size: Math.hypot(c, d) };
    } else if (line) line.text += text;
    else line = { text, y: 0, size: 0 };
    if (!hasEOL) continue;
    if (line.text.trim() !== '') lines.push(line);
    line = undefined;
  }
  if (line && line.text.trim() !== '') lines.push(line);
  return { text: joinLines(lines), unknown };
}

function joinLines(lines: readonly Line[]): string {
  const usual = usualGap(lines);
  const parts: string[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before) parts.push(isParted(before, line, usual) ? '\n\n' : '\n');
    parts.push(line.text.trim());
  }
  return parts.join('');
}

function isParted(before: Line, line: Line, usual: number): boolean {
  const gap = before.y - line.y;
  if (gap <= 0) return false;
  const ratio = line.size > 0 && before.size > 0 ? line.size / before.size : 1;
  if (ratio > LARGER || ratio < 1 / LARGER) return gap > Math.max(line.size, before.size) * 0.8;
  return gap > usual * WIDE && gap > line.size * WIDE;
}

/** The distance between lines of one paragraph: on most pages, two of five distances are not above it. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap(({ y, size }, i) => {
    const gap = (lines[i - 1]?.y ?? y) - y;
    // Smaller ones are raised and lowered letters.
    return gap > size * 0.8 ? [gap] : [];
  });
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) * 0.4)] ?? Number.POSITIVE_INFINITY;
}
