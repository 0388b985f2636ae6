import type { PreviewText } from '#api/calls/imports.ts';

/** A stretch of a text that lies under the same spans from end to end. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  /** Types of the spans over it, the longest span first. */
  readonly types: readonly string[];
  /** Types of the spans whose last words these are. */
  readonly ends: readonly string[];
  readonly heading: boolean;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  /** `null` for a heading. */
  readonly type: string | null;
  readonly isLast: boolean;
}

/** Cuts a text at the edges of its spans and headings. */
export function piecesOf({ text, spans, headings }: PreviewText): readonly Piece[] {
  const marks: Mark[] = [
    ...headings.map(({ start, end }) => ({ start, end, type: null, isLast: false })),
    ...spans.flatMap(({ type, ranges }) =>
      ranges.map((range, i) => ({ ...range, type, isLast: i === ranges.length - 1 })),
    ),
  ].filter(({ start, end }) => start < end && start < text.length);
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) {
    cuts.add(start);
    cuts.add(Math.min(end, text.length));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark && mark.start <= start; mark = marks[++next]) open.push(mark);
    const types = open.flatMap(({ type }) => type ?? []);
    const ends = open.flatMap((mark) => (mark.isLast && mark.end === end ? (mark.type ?? []) : []));
    pieces.push({
      start,
      text: text.slice(start, end),
      types,
      ends: [...new Set(ends)],
      heading: types.length < open.length,
    });
  }
  return pieces;
}
