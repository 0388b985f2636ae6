import type { Range } from '../model/range.ts';
import type { Span } from '../model/span.ts';
import { stackLevels } from './stack-levels.ts';

/** How one span is drawn inside one stretch of text. */
export interface SpanLayout {
  readonly span: Span;
  /** The parts of its ranges inside the stretch; at least one. */
  readonly pieces: readonly Range[];
  /** The gaps between those pieces: drawn as a dashed join. */
  readonly joins: readonly Range[];
  /** Distance from the text: 0 is the line next to it, so that inner spans lie nearest. */
  readonly level: number;
  /** How many levels its heap of overlapping spans has. */
  readonly depth: number;
}

/**
 * Lays out the spans of one paragraph (or one window of a giant line).
 *
 * @param spans those that share a character with [from, to), in any order.
 * @returns in text order, longer ones first; spans without a character inside are left out.
 */
export function layOutSpans(
  spans: Iterable<Span>,
  from: number,
  to: number,
): readonly SpanLayout[] {
  const parts: { span: Span; pieces: Range[]; start: number; end: number }[] = [];
  for (const span of spans) {
    const pieces = clip(span.ranges, from, to);
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first && last) parts.push({ span, pieces, start: first.start, end: last.end });
  }
  parts.sort((a, b) => a.start - b.start || b.end - a.end || compareIds(a.span, b.span));

  const levels = stackLevels(parts);
  return parts.map(({ span, pieces }, i) => {
    const { level, depth } = levels[i] ?? { level: 0, depth: 1 };
    return { span, pieces, joins: gaps(pieces), level: depth - 1 - level, depth };
  });
}

function clip(ranges: readonly Range[], from: number, to: number): Range[] {
  const pieces: Range[] = [];
  for (const { start, end } of ranges) {
    const piece = { start: Math.max(start, from), end: Math.min(end, to) };
    if (piece.end > piece.start) pieces.push(piece);
  }
  return pieces;
}

function gaps(pieces: readonly Range[]): Range[] {
  const joins: Range[] = [];
  for (let i = 1; i < pieces.length; i++) {
    joins.push({ start: pieces[i - 1]?.end ?? 0, end: pieces[i]?.start ?? 0 });
  }
  return joins;
}

function compareIds(a: Span, b: Span): number {
  return a.id < b.id ? -1 : 1;
}
