import type { SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { FigureInput } from './figure.ts';
import type { Anchor } from './span-places.ts';

/** The part of a relation above one line: between feet of spans, or out of the figure's side. */
export interface ArcPart {
  readonly relation: Relation;
  readonly line: number;
  /** Span at which the relation stands here; `null` where it comes over the figure's side. */
  readonly from: SpanId | null;
  readonly to: SpanId | null;
  /** At which side it comes in or goes out. */
  readonly side: 'left' | 'right';
  /** What is written on it; empty for a line that is only passed by. */
  readonly label: string;
}

/** Lines that a relation passes by at most; longer ones are stubs that name their other ends. */
const MOST_PASSED = 3;

/** Cuts the relations into the parts that are drawn above each line. */
export function arcParts(
  relations: readonly Relation[],
  anchors: ReadonlyMap<SpanId, Anchor>,
  isRtlLine: (line: number) => boolean,
  { range, spans, quoteOf }: Pick<FigureInput, 'range' | 'spans' | 'quoteOf'>,
): readonly ArcPart[] {
  const starts = new Map(spans.map((span) => [span.id, span.ranges[0].start]));
  return relations.flatMap((relation): readonly ArcPart[] => {
    const { from, to, type } = relation;
    const [a, b] = [anchors.get(from), anchors.get(to)];
    if (a && b && a.line === b.line) {
      return [{ relation, line: a.line, from, to, side: 'right', label: type }];
    }
    if (a && b) return overLines(relation, a, b, isRtlLine, quoteOf);
    const here = a ?? b;
    if (!here) return [];
    const other = a ? to : from;
    const isLater = (starts.get(other) ?? range.end) >= range.start;
    return [stub(relation, here, isLater, isRtlLine, quoteOf(other))];
  });
}

function overLines(
  relation: Relation,
  a: Anchor,
  b: Anchor,
  isRtlLine: (line: number) => boolean,
  quoteOf: (id: SpanId) => string,
): readonly ArcPart[] {
  const { from, to, type } = relation;
  const isDown = a.line < b.line;
  if (Math.abs(b.line - a.line) - 1 > MOST_PASSED) {
    return [
      stub(relation, a, isDown, isRtlLine, quoteOf(to)),
      stub(relation, b, !isDown, isRtlLine, quoteOf(from)),
    ];
  }
  const upper = Math.min(a.line, b.line);
  const lower = Math.max(a.line, b.line);
  return Array.from({ length: lower - upper + 1 }, (_, i): ArcPart => {
    const line = upper + i;
    const isEnd = line === a.line || line === b.line;
    return {
      relation,
      line,
      from: line === a.line ? from : null,
      to: line === b.line ? to : null,
      // Out where the line ends, in where the next one begins.
      side: (line === upper) === isRtlLine(line) ? 'left' : 'right',
      label: isEnd ? type : '',
    };
  });
}

function stub(
  relation: Relation,
  here: Anchor,
  isLater: boolean,
  isRtlLine: (line: number) => boolean,
  quote: string,
): ArcPart {
  const { from, to, type } = relation;
  const isFrom = here.span.id === from;
  return {
    relation,
    line: here.line,
    from: isFrom ? from : null,
    to: isFrom ? null : to,
    side: isLater === isRtlLine(here.line) ? 'left' : 'right',
    label: isFrom ? `${type} → ${quote}` : `${quote} → ${type}`,
  };
}
