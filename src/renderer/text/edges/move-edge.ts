import type { Range, Ranges } from '#core/model/range.ts';
import { nextGrapheme, previousGrapheme, snapToWords } from '#core/text/segment.ts';

export type EdgeName = 'start' | 'end';

/**
 * Moves one edge of one range to an offset, as far as it may go: a range keeps at least one character
 * and stays apart from its neighbours.
 */
export function moveEdgeTo(
  text: string,
  ranges: Ranges,
  part: number,
  edge: EdgeName,
  offset: number,
): Ranges {
  const range = ranges[part];
  if (!range) return ranges;
  const before = ranges[part - 1];
  const after = ranges[part + 1];
  const moved: Range =
    edge === 'start'
      ? {
          start: clamp(
            offset,
            before ? nextGrapheme(text, before.end) : 0,
            previousGrapheme(text, range.end),
          ),
          end: range.end,
        }
      : {
          start: range.start,
          end: clamp(
            offset,
            nextGrapheme(text, range.start),
            after ? previousGrapheme(text, after.start) : text.length,
          ),
        };
  return ranges.map((other, i) => (i === part ? moved : other)) as unknown as Ranges;
}

/** Where an edge that is dragged to `offset` comes to lie when words are not to be cut. */
export function snapEdge(text: string, range: Range, edge: EdgeName, offset: number): number {
  if (edge === 'start') {
    if (offset >= range.end) return offset;
    return snapToWords(text, { start: offset, end: range.end })?.start ?? offset;
  }
  if (offset <= range.start) return offset;
  return snapToWords(text, { start: range.start, end: offset })?.end ?? offset;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(least, most), Math.min(most, value));
}
