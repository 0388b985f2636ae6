import type { Figure } from '#core/figure/figure.ts';
import { letteringOf } from '#core/figure/figure-words.ts';
import { type FontFile, filesFor, fontFaceRules } from '#core/figure/font-faces.ts';
import { hasOtherScripts } from '#core/figure/font-subsets.ts';
import { layOutFigure } from '#core/figure/lay-out-figure.ts';
import { writeReport } from '#core/figure/report.ts';
import { writeSvg } from '#core/figure/write-svg.ts';
import type { Range } from '#core/model/range.ts';
import { quoteOf } from '../text/quote.ts';
import { FAMILIES, type FigureFamily } from './figure-fonts.ts';
import { annotationsIn, type Filter, type Source } from './figure-source.ts';
import { canvasMeasurer } from './measure.ts';

/** What a person chooses about a figure. */
export interface FigureChoices extends Filter {
  /** In CSS pixels. */
  readonly width: number;
  readonly size: number;
  /** Of the text; names of types and relations are always without serifs. */
  readonly font: FigureFamily;
  readonly chips: boolean;
}

/** A figure, laid out, with the SVG file that shows it. */
export interface MadeFigure {
  readonly figure: Figure;
  readonly svg: string;
  /** Whether some words are drawn with fonts that the file does not hold. */
  readonly hasOtherScripts: boolean;
}

const QUOTE = 30;

/**
 * Lays out a figure of a stretch of the document.
 * @param fonts the files that the window has loaded; the figure is measured with them and holds them.
 */
export function makeFigure(
  source: Source,
  range: Range,
  choices: FigureChoices,
  fonts: readonly FontFile[],
): MadeFigure {
  const { schema, name } = source;
  const figure = layOut(source, range, choices);
  return {
    figure,
    svg: writeSvg(figure, { schema, title: name, fonts }),
    hasOtherScripts: letteringOf(figure).some(({ words }) => hasOtherScripts(words)),
  };
}

function layOut(source: Source, range: Range, choices: FigureChoices): Figure {
  const { text, index, schema } = source;
  const { spans, relations } = annotationsIn(source, range, choices);
  return layOutFigure(
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
      textFont: { family: FAMILIES[choices.font], size: choices.size },
      labelFont: { family: FAMILIES.sans, size: Math.max(8, Math.round(choices.size * 0.62)) },
      chips: choices.chips,
    },
    canvasMeasurer(),
  );
}

/** The figure as a web page: the drawing, and below it the text with marks that can be selected. */
export function makePage(
  source: Source,
  range: Range,
  choices: FigureChoices,
  fonts: readonly FontFile[],
): string {
  const { text, schema, name } = source;
  const figure = layOut(source, range, choices);
  const shown = annotationsIn(source, range, choices);
  const types = shown.spans.map(({ type }) => type).join('');
  return writeReport(
    { title: name, about: [], text, range, schema, ...shown },
    {
      family: FAMILIES[choices.font],
      labelFamily: FAMILIES.sans,
      // The page's fonts serve the drawing too.
      fontFaces: (page) =>
        fontFaceRules(
          filesFor(fonts, [
            ...letteringOf(figure),
            { words: page, family: FAMILIES[choices.font] },
            { words: types, family: FAMILIES.sans },
          ]),
        ),
      size: choices.size,
      chips: choices.chips,
      figure: writeSvg(figure, { schema, title: name, fonts: [] }),
      policy: true,
    },
  );
}
