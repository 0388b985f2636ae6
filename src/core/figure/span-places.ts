import { layOutSpans } from '../layout/span-layout.ts';
import type { SpanId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { FigureFont, TextMeasurer } from './figure.ts';
import { type Extent, extentsOf, type PlacedLine } from './place-words.ts';

/** A piece of a span, or the gap between two of its pieces, in one line. */
export interface PlacedMark extends Extent {
  readonly span: Span;
  readonly level: number;
  readonly isJoin: boolean;
}

/** Where a span is met first: its chip stands here, and its relations start here. */
export interface Anchor {
  readonly span: Span;
  readonly line: number;
  readonly isRtl: boolean;
  /** Of its first piece. */
  readonly extent: Extent;
}

interface SpanPlaces {
  /** By line. */
  readonly marks: readonly (readonly PlacedMark[])[];
  readonly anchors: ReadonlyMap<SpanId, Anchor>;
}

/** Finds where the spans are drawn, line by line. A span without a character in the figure is left out. */
export function placeSpans(
  lines: readonly PlacedLine[],
  spans: readonly Span[],
  font: FigureFont,
  measurer: TextMeasurer,
): SpanPlaces {
  const anchors = new Map<SpanId, Anchor>();
  const marks = lines.map((line, number) => {
    const here = spans.filter((span) =>
      span.ranges.some((r) => r.start < line.end && r.end > line.start),
    );
    return layOutSpans(here, line.start, line.end).flatMap(({ span, pieces, joins, level }) => {
      const placed = (range: { start: number; end: number }, isJoin: boolean): PlacedMark[] =>
        extentsOf(line, range, font, measurer).map((e) => ({ ...e, span, level, isJoin }));
      const [first] = pieces;
      const [extent] = first ? sorted(line, extentsOf(line, first, font, measurer)) : [];
      if (extent && !anchors.has(span.id)) {
        anchors.set(span.id, { span, line: number, isRtl: line.isRtl, extent });
      }
      return [
        ...pieces.flatMap((piece) => placed(piece, false)),
        ...joins.flatMap((join) => placed(join, true)),
      ];
    });
  });
  return { marks, anchors };
}

/** In the order of reading. */
function sorted({ isRtl }: PlacedLine, extents: readonly Extent[]): readonly Extent[] {
  return isRtl ? extents.toReversed() : extents;
}
