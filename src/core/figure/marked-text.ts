import { layOutSpans } from '../layout/span-layout.ts';
import type { Range } from '../model/range.ts';
import type { Schema } from '../model/schema.ts';
import type { Span } from '../model/span.ts';
import { escapeXml, printable } from './printable.ts';
import { LAST_LEVEL } from './report-style.ts';

interface MarkedInput {
  readonly text: string;
  readonly range: Range;
  readonly spans: readonly Span[];
  readonly schema: Schema;
}

/** A stretch of one paragraph that is marked as (part of) a span. */
interface Piece extends Range {
  readonly span: Span;
  readonly level: number;
}

/**
 * The text as paragraphs of HTML, with a `<mark>` around the words of each span. Marks nest; where spans
 * cross, the inner one is parted and goes on behind.
 *
 * @param behind HTML that stands behind the last word of a span.
 */
export function* markedText(
  { text, range, spans, schema }: MarkedInput,
  behind: (span: Span) => string,
): Generator<string> {
  const numbers = new Map(schema.entityTypes.map(({ name }, i) => [name, i]));
  const upcoming = [...spans].sort((a, b) => a.ranges[0].start - b.ranges[0].start);
  let next = 0;
  let open: Span[] = [];
  for (const paragraph of paragraphsOf(text, range)) {
    for (; next < upcoming.length; next++) {
      const span = upcoming[next];
      if (!span || span.ranges[0].start >= paragraph.end) break;
      open.push(span);
    }
    const pieces = layOutSpans(open, paragraph.start, paragraph.end).flatMap((layout) =>
      layout.pieces.map((piece) => ({ ...piece, span: layout.span, level: layout.level })),
    );
    yield `<p dir="auto">${paragraphHtml(text, paragraph, pieces, numbers, behind)}</p>\n`;
    open = open.filter(({ ranges }) => (ranges.at(-1)?.end ?? 0) > paragraph.end);
  }
}

function* paragraphsOf(text: string, { start, end }: Range): Generator<Range> {
  const ending = /\r\n?|\n/gu;
  let from = start;
  ending.lastIndex = start;
  for (let found = ending.exec(text); found && found.index < end; found = ending.exec(text)) {
    yield { start: from, end: found.index };
    from = found.index + found[0].length;
  }
  if (from < end) yield { start: from, end };
}

function paragraphHtml(
  text: string,
  { start, end }: Range,
  pieces: readonly Piece[],
  numbers: ReadonlyMap<string, number>,
  behind: (span: Span) => string,
): string {
  const starting = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
  const stack: Piece[] = [];
  let html = '';
  let at = start;
  let next = 0;
  const openMark = (piece: Piece, isFirst: boolean) => {
    const { type, ranges } = piece.span;
    const begins = isFirst && piece.start === ranges[0].start ? ' b' : '';
    const level = Math.min(piece.level, LAST_LEVEL);
    html += `<mark class="t${numbers.get(type) ?? -1} l${level}${begins}" data-type="${safe(type)}">`;
  };
  while (at < end || stack.length > 0) {
    for (let piece = starting[next]; piece && piece.start <= at; piece = starting[++next]) {
      stack.push(piece);
      openMark(piece, true);
    }
    const to = Math.min(end, starting[next]?.start ?? end, ...stack.map((piece) => piece.end));
    html += safe(text.slice(at, to));
    at = to;
    const lowest = stack.findIndex((piece) => piece.end <= at);
    if (lowest < 0) {
      if (at >= end) break;
      continue;
    }
    const closed = stack.splice(lowest);
    html += '</mark>'.repeat(closed.length);
    for (const piece of closed) {
      if (piece.end > at) {
        stack.push(piece);
        openMark(piece, false);
      } else if (piece.end === piece.span.ranges.at(-1)?.end) html += behind(piece.span);
    }
  }
  return html;
}

const safe = (words: string) => escapeXml(printable(words).replaceAll('\u2003', '\t'));
