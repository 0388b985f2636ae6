import { writeReport } from '#core/figure/report.ts';
import type { Source } from '../figure/figure-source.ts';
import { annotationsIn, type Filter } from '../figure/figure-source.ts';
import { namedFamilies } from '../figure/measure.ts';

/** What a person chooses about a print of the document. */
export interface PrintChoices {
  readonly paper: 'A4' | 'Letter';
  readonly isLandscape: boolean;
  /** In CSS pixels. */
  readonly size: number;
  readonly textFont: string;
  readonly chips: boolean;
  readonly relations: boolean;
}

/** More UTF-16 units of text than this make thousands of pages, and take more memory than many have. */
export const MOST_TEXT = 8_000_000;

/** The whole document with its spans, relations and notes, as a page to be printed. */
export function printReport(source: Source, about: string, choices: PrintChoices): string {
  const { text, schema, name } = source;
  const range = { start: 0, end: text.length };
  const filter: Filter = {
    hiddenTypes: new Set(),
    relations: choices.relations,
    leavingRelations: false,
  };
  return writeReport(
    { title: name, about, text, range, schema, ...annotationsIn(source, range, filter) },
    {
      family: namedFamilies(choices.textFont),
      size: choices.size,
      chips: choices.chips,
      figure: null,
      policy: false,
    },
  );
}

/** How many pages it will be, about; one or more. */
export function pagesAbout(text: string, { size, isLandscape }: PrintChoices): number {
  const letters = (isLandscape ? 3200 : 3000) * (13 / size) ** 2;
  return Math.max(1, Math.round(text.length / letters));
}
