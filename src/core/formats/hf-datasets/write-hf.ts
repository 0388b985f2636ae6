import { hull, type Range } from '../../model/range.ts';
import { type Offsets, offsetsOf } from '../../text/offsets.ts';
import type { Dataset } from '../dataset.ts';
import { uniqueNames } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import type { Loss } from '../losses.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { isSpan } from '../tokens/lay-out.ts';
import { tokenLosses } from '../tokens/token-losses.ts';
import { type TokenChoice, tokenChoice } from '../tokens/token-options.ts';
import { carriedRows } from './carried.ts';
import { writeFeatures } from './features.ts';
import { readSpans } from './text-spans.ts';
import { planTokens, type TokenPlan, taggedRows } from './token-rows.ts';

/** Writes rows with tokens and tags and a features file, or rows with texts and spans. */
export function writeHf(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const files = filesByAnnotator(
    dataset,
    options['files'] === 'per-document' ? 'per-document' : 'one',
  );
  if (options['form'] === 'text') {
    return files.map(({ path, documents }) => ({
      path: `${path}.jsonl`,
      parts: function* () {
        for (const one of documents) yield `${textRow(one, options)}\n`;
      },
    }));
  }
  const isNumbers = options['tags'] === 'numbers';
  const names = isNumbers
    ? namesOfAll(
        files.flatMap(({ documents }) => documents),
        options,
      )
    : null;
  const rows: readonly TargetFile[] = files.map(({ path, documents }) => ({
    path: `${path}.jsonl`,
    parts: function* () {
      // Rows that name the same document are one when read again.
      const unique = uniqueNames();
      for (const one of documents) {
        const plan = planTokens(one, options);
        const name = unique(plan.document.name);
        yield* tokenRows({ ...plan, document: { ...plan.document, name } }, options, names);
      }
    },
  }));
  const info: TargetFile = { path: 'dataset_info.json', parts: () => [writeFeatures(names)] };
  return rows.length > 0 ? [...rows, info] : [];
}

function schemeOf(options: FormatOptions) {
  const schemes = ['iob1', 'iob2', 'bioes', 'bilou'] as const;
  return schemes.find((one) => one === options['scheme']) ?? 'own';
}

/** All tags in use, numbered as the files that came in had them, then by the alphabet. */
function namesOfAll(
  documents: readonly DocumentOfOne[],
  options: FormatOptions,
): readonly string[] {
  const used = new Set<string>();
  const names = new Set<string>();
  for (const one of documents) {
    const plan = planTokens(one, options);
    for (const name of plan.carried?.names ?? []) names.add(name);
    for (const { tags } of taggedRows(plan, schemeOf(options)))
      for (const tag of tags) used.add(tag);
  }
  if (!names.has('O')) names.add('O');
  for (const tag of [...used].sort()) names.add(tag);
  return [...names];
}

function* tokenRows(
  plan: TokenPlan,
  options: FormatOptions,
  names: readonly string[] | null,
): Generator<string> {
  const numbers = new Map(names?.map((name, i) => [name, i]) ?? []);
  const had = plan.carried?.names ?? null;
  const isSameNumbering =
    names === null ? had === null : had?.every((name, i) => names[i] === name);
  const isStrings = plan.carried?.rows.every(
    (row) => row.kind === 'tokens' && row.tags.every(isText),
  );
  for (const row of taggedRows(plan, schemeOf(options))) {
    const keeps = isSameNumbering === true && (names === null) === (isStrings ?? true);
    if (row.same !== undefined && keeps) yield `${row.same}\n`;
    else {
      const tags = row.tags.map((tag) => (names ? (numbers.get(tag) ?? 0) : tag));
      yield `${JSON.stringify(row.with(tags))}\n`;
    }
  }
}

function isText(value: string | number): boolean {
  return typeof value === 'string';
}

/** One line with the text and its spans, which may overlap. */
function textRow({ document, records }: DocumentOfOne, options: FormatOptions): string {
  const { discontinuous } = tokenChoice(options);
  const carried = carriedRows(document, 'text');
  const unit = carried?.unit ?? 'code-points';
  const offsets = offsetsOf(document.text);
  const spans = records
    .filter(isSpan)
    .flatMap(({ type, ranges }) =>
      rangesOf(ranges, discontinuous).map((range) => ({ type, range })),
    )
    .sort(
      (a, b) =>
        a.range.start - b.range.start || b.range.end - a.range.end || compare(a.type, b.type),
    );
  const entities = spans.map(({ type, range }) => ({
    ...placeOf(range, offsets, unit),
    label: type,
  }));
  const [row] = carried?.rows ?? [];
  if (row?.kind !== 'text') {
    const { id, name, text } = document;
    return JSON.stringify({ id, document: name, text, entities });
  }
  // Spans that were there before keep whatever else the file said of them.
  const before = new Map<string, unknown[]>();
  let readable = 0;
  for (const [i, one] of readSpans(document.text, row.spans, unit).entries()) {
    if (!('span' in one)) continue;
    readable++;
    const key = keyOf({ ...placeOf(one.span.ranges[0], offsets, unit), label: one.span.type });
    before.set(key, [...(before.get(key) ?? []), row.spans[i]]);
  }
  let kept = 0;
  const written = entities.map((entity) => {
    const known = before.get(keyOf(entity))?.shift();
    if (known !== undefined) kept++;
    return known ?? entity;
  });
  const isSame = kept === readable && written.length === readable;
  const line = carried?.lines[0];
  if (isSame && line !== undefined) return line;
  return JSON.stringify({ ...row.object, [row.column]: written });
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

function keyOf({ start, end, label }: { start: number; end: number; label: string }): string {
  return `${start} ${end} ${label}`;
}

function placeOf({ start, end }: Range, offsets: Offsets, unit: 'code-points' | 'utf-16') {
  if (unit === 'utf-16') return { start, end };
  return { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end) };
}

function rangesOf(
  ranges: readonly [Range, ...Range[]],
  choice: TokenChoice['discontinuous'],
): readonly Range[] {
  if (ranges.length === 1 || choice === 'each') return ranges;
  if (choice === 'drop') return [];
  if (choice === 'hull') return [hull(ranges)];
  if (choice === 'first') return [ranges[0]];
  const length = ({ start, end }: Range) => end - start;
  return [ranges.reduce((best, one) => (length(one) > length(best) ? one : best))];
}

/** What these options leave out of the dataset. */
export function hfLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const documents = filesByAnnotator(dataset, 'one').flatMap((file) => file.documents);
  if (options['form'] === 'text') {
    const several = documents
      .flatMap(({ records }) => records.filter(isSpan))
      .filter(({ ranges }) => ranges.length > 1);
    return tokenLosses(several.map((span) => ({ span, why: 'has several ranges' })));
  }
  const plans = documents.map((one) => planTokens(one, options));
  const losses = tokenLosses(plans.flatMap(({ unplaced }) => unplaced));
  const count = plans.filter((plan) => !plan.carried && textOf(plan) !== plan.document.text).length;
  const why =
    'Rows hold tokens: read again, one blank stands between them, and sentences are lines.';
  return count > 0 ? [...losses, { what: 'texts whose white space changes', why, count }] : losses;
}

function textOf({ document, tokens, sentences }: TokenPlan): string {
  return sentences
    .map(({ from, to }) =>
      tokens
        .slice(from, to)
        .map(({ start, end }) => document.text.slice(start, end))
        .join(' '),
    )
    .join('\n');
}
