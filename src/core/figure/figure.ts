import type { RelationId, SpanId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import type { Relation } from '../model/relation.ts';
import type { Schema } from '../model/schema.ts';
import type { Span } from '../model/span.ts';

/** A font as CSS names it, with its size in CSS pixels. */
export interface FigureFont {
  readonly family: string;
  readonly size: number;
}

/** Tells how wide words are; the window asks a canvas, tests count letters. */
export interface TextMeasurer {
  /** Width in CSS pixels of words drawn in one piece and one direction. */
  width(words: string, font: FigureFont): number;
}

/** What a figure shows. Offsets are UTF-16 code units of `text`. */
export interface FigureInput {
  readonly text: string;
  /** The stretch of text to show. */
  readonly range: Range;
  /** Spans that share a character with it; others are ignored. */
  readonly spans: readonly Span[];
  /** Relations of these spans. One that leads out of the figure ends in a stub. */
  readonly relations: readonly Relation[];
  readonly schema: Schema;
  /** Words of a span outside the figure, for stubs. */
  readonly quoteOf: (spanId: SpanId) => string;
}

export interface FigureOptions {
  /** In CSS pixels; only a word that is longer makes the figure wider. */
  readonly width: number;
  readonly textFont: FigureFont;
  /** Of chips and of names of relations. */
  readonly labelFont: FigureFont;
  /** Whether each span has its type's name above it. */
  readonly chips: boolean;
}

/** A stretch of one line that is drawn in one piece: a word with the blanks behind it. */
export interface FigureWord extends Range {
  /** As it is drawn: what cannot be written in XML is replaced. */
  readonly words: string;
  readonly left: number;
  readonly width: number;
  readonly isRtl: boolean;
}

/** One line of the figure. All places are CSS pixels from the figure's top left corner. */
export interface FigureLine extends Range {
  readonly isRtl: boolean;
  /** An empty line of the text stands before it. */
  readonly isAfterGap: boolean;
  readonly words: readonly FigureWord[];
  /** Where the line begins with its arcs, and ends with its underlines. */
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** Top of the chips nearest to the sky: arcs are above it. */
  readonly chipsTop: number;
}

/** The ground and underline of a piece of a span. */
export interface FigureMark {
  readonly spanId: SpanId;
  readonly type: string;
  readonly line: number;
  readonly left: number;
  readonly right: number;
  readonly level: number;
  readonly isJoin: boolean;
}

export interface FigureChip {
  readonly spanId: SpanId;
  readonly type: string;
  readonly line: number;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A relation, or the part of it that is above one line. */
export interface FigureArc {
  readonly relationId: RelationId;
  readonly type: string;
  readonly line: number;
  /** Corners of the way from left to right or right to left, as the relation points. */
  readonly corners: readonly (readonly [x: number, y: number])[];
  /** Whether an arrowhead stands at the last corner. */
  readonly hasArrow: boolean;
  /** `null` where a line is only passed by. */
  readonly label: { readonly words: string; readonly left: number; readonly width: number } | null;
  /** Height of the way's level part. */
  readonly y: number;
}

/** A figure with everything in its place, ready to be written in any format. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly options: FigureOptions;
  readonly lines: readonly FigureLine[];
  readonly marks: readonly FigureMark[];
  readonly chips: readonly FigureChip[];
  readonly arcs: readonly FigureArc[];
}
