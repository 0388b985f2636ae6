import type { Range } from '../model/range.ts';

/** A line longer than this is laid out in windows of this many UTF-16 units. */
export const WINDOW = 4000;

/**
 * Cuts what is visible of one line into the stretches that are laid out together: the line itself,
 * or of a giant line the windows that are touched. Windows start at multiples of `WINDOW` from the
 * line's start, so that scrolling meets the same ones again.
 *
 * @param line the whole line. @param visible the part in view; may reach beyond the line.
 */
export function layoutWindows(line: Range, visible: Range): readonly Range[] {
  if (line.end - line.start <= WINDOW) return [line];
  const windows: Range[] = [];
  const first = Math.max(line.start, visible.start);
  let start = line.start + Math.floor((first - line.start) / WINDOW) * WINDOW;
  for (; start < Math.min(line.end, visible.end); start += WINDOW) {
    windows.push({ start, end: Math.min(line.end, start + WINDOW) });
  }
  return windows;
}
