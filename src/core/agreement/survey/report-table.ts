import type { Scores } from '../counts.ts';
import { RELATION_RULES } from '../relations/relation-counts.ts';
import { SPAN_RULES } from '../spans/span-counts.ts';
import type { AgreementReport, NamedCoefficient } from './report.ts';

/** One figure in a row of its own, so that any program can pick from the table. */
type Row = readonly (string | number | null)[];

const HEAD: Row = [
  'part',
  'measure',
  'first',
  'second',
  'of',
  'value',
  'lower',
  'upper',
  'matches',
  'n_first',
  'n_second',
];

/**
 * All figures as one table: a row each, RFC 4180, with a header. Figures that are not defined are empty.
 * `part` says what is measured, `of` of which type, document, label or cell.
 */
export function reportTable(report: AgreementReport): string {
  const { headline, perType, perDocument, tokens, documentLabels } = report;
  const rows: Row[] = [HEAD];
  const { interval } = headline;
  rows.push([
    'spans',
    `mean F1 ${report.rule}`,
    '',
    '',
    '',
    headline.f1,
    interval?.lower ?? null,
    interval?.upper ?? null,
  ]);
  for (const pair of report.pairs) {
    const ends = [pair.first, pair.second] as const;
    for (const rule of SPAN_RULES) rows.push(...scores('spans', rule, ends, '', pair.spans[rule]));
    rows.push(...scores('characters', 'exact', ends, '', pair.characters));
    rows.push(...scores('tokens', 'F1', ends, '', pair.tokens));
    for (const rule of RELATION_RULES) {
      rows.push(...scores('relations', rule, ends, '', pair.relations[rule]));
    }
    for (const type of pair.perRelationType) {
      rows.push(...scores('relations', 'strict', ends, type.label, type));
    }
    for (const rule of ['exact', 'overlap'] as const) {
      rows.push(...cells(`confusion ${rule}`, ends, pair.confusion[rule]));
    }
    rows.push(...cells('confusion relations', ends, pair.relationConfusion));
  }
  for (const type of perType) {
    const own = type.interval;
    rows.push([
      'spans',
      `F1 ${report.rule}`,
      '',
      '',
      type.label,
      type.f1,
      own?.lower ?? null,
      own?.upper ?? null,
      type.matches,
      type.first,
      type.second,
    ]);
  }
  for (const { id, f1 } of perDocument)
    rows.push(['documents', `F1 ${report.rule}`, '', '', id, f1]);
  rows.push(...coefficients('tokens all', '', tokens.all));
  rows.push(...coefficients('tokens annotated', '', tokens.annotatedOnly));
  for (const label of documentLabels) {
    rows.push(...coefficients('document labels', label.name, label.coefficients));
  }
  return rows.map(line).join('');
}

type Ends = readonly [string, string];

function scores(part: string, rule: string, ends: Ends, of: string, found: Scores): Row[] {
  const { matches, first, second, precision, recall, f1 } = found;
  const counts = [null, null, matches, first, second];
  return [
    [part, `F1 ${rule}`, ...ends, of, f1, ...counts],
    [part, `precision ${rule}`, ...ends, of, precision, ...counts],
    [part, `recall ${rule}`, ...ends, of, recall, ...counts],
  ];
}

function cells(
  part: string,
  ends: Ends,
  { labels, rows }: { labels: readonly string[]; rows: readonly (readonly number[])[] },
): Row[] {
  return labels.flatMap((row, i) =>
    labels.map((column, j) => [part, 'count', ...ends, `${row} / ${column}`, rows[i]?.[j] ?? 0]),
  );
}

function coefficients(part: string, of: string, all: readonly NamedCoefficient[]): Row[] {
  return all.map(({ name, value }) => [part, name, '', '', of, value]);
}

function line(row: Row): string {
  const full = [...row, ...Array.from({ length: HEAD.length - row.length }, () => null)];
  return `${full.map(cell).join(',')}\r\n`;
}

/** A cell; text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
