import type { SpanId } from '../model/ids.ts';
import { arcParts } from './arc-parts.ts';
import { type PlacedArc, placeArcs } from './arc-places.ts';
import { type PlacedChip, placeChips } from './chip-places.ts';
import type {
  Figure,
  FigureArc,
  FigureChip,
  FigureInput,
  FigureLine,
  FigureMark,
  FigureOptions,
  TextMeasurer,
} from './figure.ts';
import { placeWords } from './place-words.ts';
import { MARGIN, type Sizes, sizesOf } from './sizes.ts';
import { type Anchor, type PlacedMark, placeSpans } from './span-places.ts';
import { wrapLines } from './wrap-lines.ts';

/**
 * Lays out a stretch of annotated text as a figure for a paper: lines wrapped at a width, grounds and
 * underlines for spans, chips above them, arcs above the chips. Pure: the same input gives the same figure.
 */
export function layOutFigure(
  input: FigureInput,
  wanted: FigureOptions,
  measurer: TextMeasurer,
): Figure {
  const options = { ...wanted, width: wanted.width - 2 * MARGIN };
  const { text } = input;
  const font = options.textFont;
  const lines = wrapLines(input, options, measurer).map((line) =>
    placeWords(text, line, options.width, font, measurer),
  );
  const { marks, anchors } = placeSpans(lines, input.spans, font, measurer);
  const parts = arcParts(input.relations, anchors, (line) => lines[line]?.isRtl ?? false, input);
  const figure = new Assembly(sizesOf(options));
  for (const [number, line] of lines.entries()) {
    const here = [...anchors.values()].filter((anchor) => anchor.line === number);
    const chips = options.chips ? placeChips(here, options, measurer) : [];
    const feet = feetOf(here, chips);
    const arcs = placeArcs(
      parts.filter((part) => part.line === number),
      feet,
      options,
      measurer,
    );
    figure.add(line, marks[number] ?? [], chips, arcs);
  }
  return figure.finish(options, wanted.width);
}

/** The feet of relations stand on chips; where there are none, on the words. */
function feetOf(anchors: readonly Anchor[], chips: readonly PlacedChip[]) {
  const places = new Map(anchors.map(({ span, extent }) => [span.id, extent]));
  for (const { anchor, left, width } of chips) {
    places.set(anchor.span.id, { left, right: left + width });
  }
  return (span: SpanId) => places.get(span) ?? { left: 0, right: 0 };
}

/** Puts lines under each other, and everything at its height. */
class Assembly {
  readonly #sizes: Sizes;
  readonly #lines: FigureLine[] = [];
  readonly #marks: FigureMark[] = [];
  readonly #chips: FigureChip[] = [];
  readonly #arcs: FigureArc[] = [];
  #y = MARGIN;

  constructor(sizes: Sizes) {
    this.#sizes = sizes;
  }

  add(
    line: Omit<FigureLine, 'top' | 'bottom' | 'baseline' | 'chipsTop'>,
    marks: readonly PlacedMark[],
    chips: readonly PlacedChip[],
    arcs: readonly PlacedArc[],
  ): void {
    const { row, chip, lane, ascent, descent, underline, gap } = this.#sizes;
    if (line.isAfterGap) this.#y += gap;
    const top = this.#y;
    const number = this.#lines.length;
    const lanes = Math.max(0, ...arcs.map((arc) => arc.lane + 1));
    const rows = Math.max(0, ...chips.map((c) => c.row + 1));
    const levels = Math.max(0, ...marks.map((mark) => mark.level + 1));
    const chipsTop = top + lanes * lane + (lanes > 0 ? lane / 2 : 0);
    const baseline = chipsTop + rows * row + ascent;
    const bottom = baseline + descent + levels * underline;
    const words = line.words.map((word) => ({ ...word, left: word.left + MARGIN }));
    this.#lines.push({ ...line, words, top, bottom, baseline, chipsTop });
    for (const { span, left, right, level, isJoin } of marks) {
      const { id: spanId, type } = span;
      const place = { left: left + MARGIN, right: right + MARGIN };
      this.#marks.push({ spanId, type, line: number, ...place, level, isJoin });
    }
    const chipTop = (r: number) => chipsTop + (rows - 1 - r) * row;
    const footY = new Map<SpanId, number>();
    for (const { anchor, label, left, width, row: r } of chips) {
      const { id: spanId, type } = anchor.span;
      const place = { left: left + MARGIN, top: chipTop(r), width, height: chip };
      this.#chips.push({ spanId, type, line: number, label, ...place });
      footY.set(spanId, chipTop(r));
    }
    const foot = (span: SpanId | null, y: number) =>
      span === null ? y : (footY.get(span) ?? baseline - ascent);
    for (const { part, x, label, lane: l } of arcs) {
      const y = chipsTop - lane / 2 - l * lane - lane / 2;
      const [from, to] = [x[0] + MARGIN, x[1] + MARGIN];
      this.#arcs.push({
        relationId: part.relation.id,
        type: part.relation.type,
        line: number,
        corners: [
          ...(part.from === null ? [] : [[from, foot(part.from, y)] as const]),
          [from, y],
          [to, y],
          ...(part.to === null ? [] : [[to, foot(part.to, y)] as const]),
        ],
        hasArrow: part.to !== null,
        label: label && { ...label, left: label.left + MARGIN },
        y,
      });
    }
    this.#y = bottom + gap;
  }

  finish(options: FigureOptions, width: number): Figure {
    const right = Math.max(
      width,
      ...this.#lines.flatMap(({ words }) => words.map((w) => Math.ceil(w.left + w.width) + MARGIN)),
    );
    return {
      width: right,
      height: Math.ceil(this.#y - (this.#lines.length > 0 ? this.#sizes.gap : 0) + MARGIN),
      options,
      lines: this.#lines,
      marks: this.#marks,
      chips: this.#chips,
      arcs: this.#arcs,
    };
  }
}
