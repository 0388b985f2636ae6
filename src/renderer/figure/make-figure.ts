import type { Figure } from '#core/figure/figure.ts';
import { layOutFigure } from '#core/figure/lay-out-figure.ts';
import { writeReport } from '#core/figure/report.ts';
import { writeSvg } from '#core/figure/write-svg.ts';
import type { Range } from '#core/model/range.ts';
import { quoteOf } from '../text/quote.ts';
import { annotationsIn, type Filter, type Source } from './figure-source.ts';
import { canvasMeasurer, LABEL_FAMILY, namedFamilies } from './measure.ts';

/** What a person chooses about a figure. */
export interface FigureChoices extends Filter {
  /** In CSS pixels. */
  readonly width: number;
  readonly size: number;
  readonly textFont: string;
  readonly chips: boolean;
}

/** A figure, laid out, with the SVG file that shows it. */
export interface MadeFigure {
  readonly figure: Figure;
  readonly svg: string;
}

const QUOTE = 30;

/** Lays out a figure of a stretch of the document. */
export function makeFigure(source: Source, range: Range, choices: FigureChoices): MadeFigure {
  const { text, index, schema, name } = source;
  const { spans, relations } = annotationsIn(source, range, choices);
  const figure = layOutFigure(
    {
      text,
      range,
      spans,
      relations,
      schema,
      quoteOf: (id) => {
        const span = index.span(id);
        return span ? quoteOf(text, span, QUOTE) : '';
      },
    },
    {
      width: choices.width,
      textFont: { family: namedFamilies(choices.textFont), size: choices.size },
      labelFont: { family: LABEL_FAMILY, size: Math.max(8, Math.round(choices.size * 0.62)) },
      chips: choices.chips,
    },
    canvasMeasurer(),
  );
  return { figure, svg: writeSvg(figure, { schema, title: name }) };
}

/** The figure as a web page: the drawing, and below it the text with marks that can be selected. */
export function makePage(source: Source, range: Range, choices: FigureChoices): string {
  const { text, schema, name } = source;
  return writeReport(
    { title: name, about: [], text, range, schema, ...annotationsIn(source, range, choices) },
    {
      family: namedFamilies(choices.textFont),
      size: choices.size,
      chips: choices.chips,
      figure: makeFigure(source, range, choices).svg,
      policy: true,
    },
  );
}
