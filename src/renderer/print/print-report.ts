import { writeReport } from '#core/figure/report.ts';
import { STATUS_NAMES } from '../documents/status-names.ts';
import type { Source } from '../figure/figure-source.ts';
import { annotationsIn, type Filter } from '../figure/figure-source.ts';
import { LABEL_FAMILY, namedFamilies } from '../figure/measure.ts';

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
export function printReport(source: Source, annotator: string, choices: PrintChoices): string {
  const { text, schema, name } = source;
  const range = { start: 0, end: text.length };
  const filter: Filter = {
    hiddenTypes: new Set(),
    relations: choices.relations,
    leavingRelations: false,
  };
  return writeReport(
    {
      title: name,
      about: aboutDocument(source, annotator),
      text,
      range,
      schema,
      ...annotationsIn(source, range, filter),
    },
    {
      family: namedFamilies(choices.textFont),
      labelFamily: LABEL_FAMILY,
      // The PDF holds its fonts itself.
      fontFaces: () => '',
      size: choices.size,
      chips: choices.chips,
      figure: null,
      policy: false,
    },
  );
}

/** What is said of the document as a whole. */
function aboutDocument({ index }: Source, annotator: string): readonly string[] {
  const labels = [...index.labels()].map(({ name, value }) => {
    if (typeof value === 'boolean') return `${name}: ${value ? 'yes' : 'no'}`;
    return `${name}: ${Array.isArray(value) ? value.join(', ') : value}`;
  });
  const status = STATUS_NAMES[index.status().status];
  const note = index.note();
  return [
    `Annotations of ${annotator}. Status: ${status}`,
    ...(labels.length > 0 ? [labels.join(' · ')] : []),
    ...(note === '' ? [] : [note]),
  ];
}

/** How many pages it will be, about; one or more. */
export function pagesAbout(text: string, { size, isLandscape }: PrintChoices): number {
  const letters = (isLandscape ? 3200 : 3000) * (13 / size) ** 2;
  return Math.max(1, Math.round(text.length / letters));
}
