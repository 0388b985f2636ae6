import { writeSchema } from '../../schema-formats/glossator/format.ts';
import type { Dataset } from '../dataset.ts';
import { safeFileName } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { attributeNames } from './columns.ts';
import {
  DOCUMENT_COLUMNS,
  documentRows,
  LABEL_COLUMNS,
  labelRows,
  RELATION_COLUMNS,
  relationRows,
  SPAN_COLUMNS,
  spanRows,
} from './rows.ts';
import { type CsvStyle, csvFile } from './table.ts';

/** Writes the four tables and, where wanted, the schema and the texts that their offsets count in. */
export function writeCsv(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const style: CsvStyle = {
    delimiter:
      options['separator'] === 'semicolon' ? ';' : options['separator'] === 'tab' ? '\t' : ',',
    hasBom: options['bom'] === 'yes',
    isGuarded: options['formulas'] !== 'as-is',
  };
  const ending = style.delimiter === '\t' ? 'tsv' : 'csv';
  const ofSpans = attributeNames(dataset, 'span');
  const ofRelations = attributeNames(dataset, 'relation');
  const named = (names: readonly string[]) => names.map((name) => `attribute.${name}`);
  return [
    csvFile(
      `spans.${ending}`,
      [...SPAN_COLUMNS, ...named(ofSpans)],
      () => spanRows(dataset, ofSpans),
      style,
    ),
    csvFile(
      `relations.${ending}`,
      [...RELATION_COLUMNS, ...named(ofRelations)],
      () => relationRows(dataset, ofRelations),
      style,
    ),
    csvFile(`labels.${ending}`, LABEL_COLUMNS, () => labelRows(dataset), style),
    csvFile(`documents.${ending}`, DOCUMENT_COLUMNS, () => documentRows(dataset), style),
    ...(options['schema'] === 'left-out'
      ? []
      : [{ path: 'schema.json', parts: () => [writeSchema(dataset.schema)] }]),
    ...(options['texts'] === 'left-out' ? [] : textFiles(dataset)),
  ];
}

/** `texts/<id>.txt`, so that the column `document` leads to the file. */
function textFiles({ documents }: Dataset): readonly TargetFile[] {
  return documents.map(({ id, text }) => ({
    path: `texts/${safeFileName(id)}.txt`,
    parts: () => [text],
  }));
}
