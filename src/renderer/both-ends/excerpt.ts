import type { Range } from '#core/model/range.ts';
import type { Span } from '#core/model/span.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { snapToGraphemes } from '#core/text/segment.ts';

/** A stretch of an excerpt that lies in the same spans from its first to its last character. */
export interface Segment extends Range {
  /** The outermost first. */
  readonly spans: readonly Span[];
}

/** Some lines of the text around one end of a relation. */
export interface Excerpt extends Range {
  readonly segments: readonly Segment[];
}

/** An end that is longer is shown from its start. */
const LONGEST = 400;

/**
 * The text around the words of a span, with what is annotated there.
 *
 * @param around UTF-16 units before and after the span's first range; whole words where there are blanks.
 */
export function excerptOf(text: string, index: SetIndex, span: Span, around: number): Excerpt {
  const [first] = span.ranges;
  const wanted = {
    start: wordStart(text, Math.max(0, first.start - around), first.start),
    end: wordEnd(text, Math.min(first.end, first.start + LONGEST), around),
  };
  const range = snapToGraphemes(text, wanted);
  const spans = index.spansIn(range.start, range.end);
  const edges = new Set([range.start, range.end]);
  for (const { ranges } of spans)
    for (const { start, end } of ranges)
      for (const at of [start, end]) if (at > range.start && at < range.end) edges.add(at);
  const cuts = [...edges].sort((a, b) => a - b);
  const segments = cuts.slice(0, -1).map((start, i): Segment => {
    const end = cuts[i + 1] ?? range.end;
    const here = spans.filter(({ ranges }) => ranges.some((r) => r.start <= start && r.end >= end));
    return { start, end, spans: here.sort((a, b) => lengthOf(b) - lengthOf(a)) };
  });
  return { ...range, segments };
}

function lengthOf({ ranges }: Span): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The start of a word near the place, before `limit`; the place itself where there are no blanks. */
function wordStart(text: string, place: number, limit: number): number {
  if (place === 0) return 0;
  const blank = text.slice(place, limit).search(/\s/u);
  return blank < 0 || blank > 40 ? place : place + blank + 1;
}

function wordEnd(text: string, from: number, around: number): number {
  const place = Math.min(text.length, from + around);
  if (place === text.length) return place;
  const words = text.slice(from, place);
  const blank = /\s\S*$/u.exec(words)?.index ?? -1;
  return blank < 0 || words.length - blank > 40 ? place : from + blank;
}

/** Which line of the text an offset is in, counted from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
