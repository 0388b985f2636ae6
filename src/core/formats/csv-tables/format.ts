import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { csvLosses } from './losses.ts';
import { readCsv, recognizesTable } from './read-csv.ts';
import { READ_OPTIONS } from './read-options.ts';
import { writeCsv } from './write-csv.ts';

/** Tables for spreadsheets, R and pandas. */
export const csvTables: Format = {
  id: 'csv-tables',
  name: 'Tables (CSV)',
  description:
    'Tables of spans, relations, document labels and documents, for R, pandas and spreadsheets. Offsets count Unicode code points; of tables that others made, options say what they count and which column is what.',
  extensions: ['csv', 'tsv'],
  unit: 'code points',
  versions: 'RFC 4180; tables of spans with a header; lists of character positions (toxic spans)',
  loses: [],
  losesWith: (options) => [
    ...(options['schema'] === 'left-out' ? (['schema'] as const) : []),
    ...(options['texts'] === 'left-out' ? (['texts'] as const) : []),
  ],
  losses: csvLosses,
  options: [
    {
      id: 'separator',
      name: 'Separator',
      description: 'Excel in most of Europe expects semicolons.',
      choices: [
        { value: 'comma', name: 'Comma' },
        { value: 'semicolon', name: 'Semicolon' },
        { value: 'tab', name: 'Tab (.tsv)' },
      ],
      default: 'comma',
    },
    {
      id: 'bom',
      name: 'Mark as UTF-8',
      description: 'Excel shows letters of other scripts only with a byte order mark.',
      choices: [
        { value: 'no', name: 'No' },
        { value: 'yes', name: 'Yes, for Excel' },
      ],
      default: 'no',
    },
    {
      id: 'formulas',
      name: 'Texts that look like formulas',
      description:
        'A spreadsheet runs cells that start with = + - or @. A quote mark before them keeps it from that.',
      choices: [
        { value: 'guard', name: 'Put a quote mark before them' },
        { value: 'as-is', name: 'Leave them as they are' },
      ],
      default: 'guard',
    },
    {
      id: 'texts',
      name: 'Texts',
      description: 'The texts that the offsets count in, as files beside the tables.',
      choices: [
        { value: 'files', name: 'One file per document' },
        { value: 'left-out', name: 'Leave out' },
      ],
      default: 'files',
    },
    {
      id: 'schema',
      name: 'Schema',
      description: 'With it, the tables can be imported again as they were.',
      choices: [
        { value: 'file', name: 'As schema.json beside the tables' },
        { value: 'left-out', name: 'Leave out' },
      ],
      default: 'file',
    },
  ],
  readOptions: READ_OPTIONS,
  textsBeside: true,
  recognizes(head) {
    if (!('text' in head)) return 0;
    return isOwnSchema(head.text) ? 0.5 : recognizesTable(head);
  },
  read: readCsv,
  write: (dataset, options) => ok(writeCsv(dataset, options)),
};

/** A schema that came with tables: of no use alone, but theirs. */
function isOwnSchema(text: string): boolean {
  return /^\s*\{\s*"format":\s*"glossator-schema"/u.test(text);
}
