import type { Range } from '../../model/range.ts';
import { hull } from '../../model/range.ts';
import type { Span } from '../../model/span.ts';
import { alignerOf, isAligned, rangeOfTokens, type TokenRange } from './align.ts';
import { Occupied } from './occupied.ts';

/** What becomes of a span with several ranges, where a format holds one. */
export type Discontinuous = 'first' | 'longest' | 'hull' | 'each' | 'drop';

/** Which of spans that overlap stays, where a format holds one label per token; `all` where it holds all. */
export type Overlaps = 'longest' | 'shortest' | 'first' | 'all';

/** A span, or one range of it, among tokens. */
export interface PlacedSpan extends TokenRange {
  readonly span: Span;
}

/** Why a span was not placed, or not as it is. */
export type Hindrance =
  | 'cuts a token'
  | 'has no token'
  | 'has several ranges'
  | 'has blanks at its edges'
  | 'overlaps'
  | 'crosses sentences';

export interface Unplaced {
  readonly span: Span;
  readonly why: Hindrance;
}

export interface Placement {
  /** By beginning, the longer first. */
  readonly spans: readonly PlacedSpan[];
  readonly unplaced: readonly Unplaced[];
}

/** Puts spans on tokens. Whatever does not fit is listed; nothing is shifted. */
export function placeSpans(
  spans: readonly Span[],
  tokens: readonly Range[],
  choice: { readonly discontinuous: Discontinuous; readonly overlaps: Overlaps },
): Placement {
  const alignmentOf = alignerOf(tokens);
  const placed: PlacedSpan[] = [];
  const unplaced: Unplaced[] = [];
  for (const span of spans) {
    if (span.ranges.length > 1) unplaced.push({ span, why: 'has several ranges' });
    for (const range of rangesToWrite(span, choice.discontinuous)) {
      const alignment = alignmentOf(range);
      if (!isAligned(alignment)) unplaced.push({ span, why: alignment });
      else {
        placed.push({ span, ...alignment });
        const covered = rangeOfTokens(tokens, alignment);
        const isExact = covered.start === range.start && covered.end === range.end;
        if (!isExact) unplaced.push({ span, why: 'has blanks at its edges' });
      }
    }
  }
  placed.sort(inTextOrder);
  if (choice.overlaps === 'all') return { spans: placed, unplaced };
  const flat = withoutOverlaps(placed, tokens.length, choice.overlaps);
  return { spans: flat.spans, unplaced: [...unplaced, ...flat.unplaced] };
}

/** Order of spans that does not depend on the order of records. */
function inTextOrder(a: PlacedSpan, b: PlacedSpan): number {
  return a.from - b.from || b.to - a.to || compare(a.span.id, b.span.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rangesToWrite({ ranges }: Span, choice: Discontinuous): readonly Range[] {
  if (ranges.length === 1 || choice === 'each') return ranges;
  if (choice === 'hull') return [hull(ranges)];
  if (choice === 'drop') return [];
  if (choice === 'first') return [ranges[0]];
  const length = ({ start, end }: Range) => end - start;
  return [ranges.reduce((best, range) => (length(range) > length(best) ? range : best))];
}

function withoutOverlaps(
  placed: readonly PlacedSpan[],
  tokenCount: number,
  choice: Exclude<Overlaps, 'all'>,
): Placement {
  const length = ({ from, to }: PlacedSpan) => to - from;
  const byChoice = [...placed];
  if (choice === 'longest') byChoice.sort((a, b) => length(b) - length(a) || inTextOrder(a, b));
  if (choice === 'shortest') byChoice.sort((a, b) => length(a) - length(b) || inTextOrder(a, b));
  const occupied = new Occupied(tokenCount);
  const spans: PlacedSpan[] = [];
  const unplaced: Unplaced[] = [];
  for (const one of byChoice) {
    if (occupied.isFree(one)) {
      occupied.take(one);
      spans.push(one);
    } else unplaced.push({ span: one.span, why: 'overlaps' });
  }
  return { spans: spans.sort(inTextOrder), unplaced };
}

/**
 * Spreads spans over as few levels as hold them without overlap: what encloses comes before what is inside.
 * @param spans by beginning, the longer first.
 */
export function levelsOf(spans: readonly PlacedSpan[]): readonly (readonly PlacedSpan[])[] {
  const levels: PlacedSpan[][] = [];
  for (const span of spans) {
    const free = levels.find((level) => (level.at(-1)?.to ?? 0) <= span.from);
    if (free) free.push(span);
    else levels.push([span]);
  }
  return levels;
}
