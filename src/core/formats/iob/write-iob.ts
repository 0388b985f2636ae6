import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import type { Loss } from '../losses.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { tokenLosses } from '../tokens/token-losses.ts';
import { type DocumentPlan, planDocument } from './plan-document.ts';
import { startsDocument } from './row.ts';
import { columnsNeeded, type RowStyle, rowsOf } from './write-rows.ts';

/** How one of the formats of columns is written. */
export interface IobStyle extends Omit<RowStyle, 'columns' | 'scheme'> {
  /** Id of the format, under which rows are carried. */
  readonly format: string;
  /** The row that begins a document, for that many columns of tags. */
  readonly documentStart: (columns: number) => string;
  /** Whether it begins a document that has the file for itself, too. */
  readonly startsAlways: boolean;
}

/** Writes one file for each annotator, or for each document of each. */
export function writeIob(
  dataset: Dataset,
  options: FormatOptions,
  style: IobStyle,
): readonly TargetFile[] {
  const files = options['files'] === 'per-document' ? 'per-document' : 'one';
  return filesByAnnotator(dataset, files).map(({ path, documents }) => ({
    path: `${path}.conll`,
    parts: () => partsOf(documents, options, style),
  }));
}

function* partsOf(
  documents: readonly DocumentOfOne[],
  options: FormatOptions,
  style: IobStyle,
): Generator<string> {
  const nested = options['overlaps'] === 'columns';
  const planOf = (one: DocumentOfOne) => planDocument(one, style.format, options);
  let columns = 1;
  if (nested) for (const one of documents) columns = Math.max(columns, columnsNeeded(planOf(one)));
  const rowStyle: RowStyle = { ...style, columns, scheme: schemeOf(options) };
  const hasStarts = style.startsAlways || documents.length > 1;
  let last = '\n';
  for (const [index, one] of documents.entries()) {
    const plan = planOf(one);
    // A carried document may end without a line break.
    if (index > 0 && !last.endsWith('\n')) yield '\n';
    if (hasStarts && !beginsWithStart(plan, index)) {
      yield `${style.documentStart(columns)}\n\n`;
    }
    for (const part of rowsOf(plan, rowStyle)) {
      last = part;
      yield part;
    }
  }
}

/** Whether the carried rows say themselves that a document begins. */
function beginsWithStart({ rows }: DocumentPlan, index: number): boolean {
  if (!rows) return false;
  if (index === 0) return true;
  return rows.source.split('\n').some(startsDocument);
}

function schemeOf(options: FormatOptions): RowStyle['scheme'] {
  const schemes = ['iob1', 'iob2', 'bioes', 'bilou'] as const;
  return schemes.find((scheme) => scheme === options['scheme']) ?? 'own';
}

/** What these options leave out of the dataset. */
export function iobLosses(
  dataset: Dataset,
  options: FormatOptions,
  format: string,
): readonly Loss[] {
  const plans = filesByAnnotator(dataset, 'one')
    .flatMap(({ documents }) => documents)
    .map((one) => planDocument(one, format, options));
  const respaced = plans.filter((plan) => !plan.rows && textOfRows(plan) !== plan.text).length;
  const losses = tokenLosses(plans.flatMap(({ unplaced }) => unplaced));
  if (respaced === 0) return losses;
  const why =
    'The format holds tokens: read again, one blank stands between them, and sentences are lines.';
  return [...losses, { what: 'texts whose white space changes', why, count: respaced }];
}

/** The text as it comes back from the rows. */
function textOfRows({ text, tokens, sentences }: DocumentPlan): string {
  return sentences
    .map(({ from, to }) =>
      tokens
        .slice(from, to)
        .map(({ start, end }) => text.slice(start, end))
        .join(' '),
    )
    .join('\n');
}
