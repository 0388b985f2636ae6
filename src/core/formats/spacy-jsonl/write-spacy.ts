import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Range } from '../../model/range.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { type FlatSpan, flatLosses, flatSet } from '../json/flat-spans.ts';
import type { JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { Loss } from '../losses.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';
import { CATEGORIES, readDoc } from './read-doc.ts';
import { SPACY } from './read-spacy.ts';
import { spacyTokens } from './spacy-tokens.ts';

/** Writes one file of JSON Lines for each annotator, each line for `Doc.from_json`. */
export function writeSpacy(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.jsonl`,
    parts: () => linesOf(documents, options),
  }));
}

function* linesOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  for (const one of documents) {
    yield `${unchanged(one) ?? JSON.stringify(docOf(one, options))}\n`;
  }
}

/** The line as it was read, where it still says what the records say. */
function unchanged({ document, records }: DocumentOfOne): string | undefined {
  const carried = carriedJson(document, SPACY);
  // A pair may hold what this program does not know, but is no line for `Doc.from_json`.
  if (!carried?.raw.startsWith('{') || carried.raw.includes('\n')) return undefined;
  const read = readDoc(JSON.parse(carried.raw));
  const isSame =
    read?.text === document.text &&
    read.isAnnotated === document.sets.length > 0 &&
    sameRecords(read.records, records);
  return isSame ? carried.raw : undefined;
}

function docOf({ document, records }: DocumentOfOne, options: FormatOptions): JsonObject {
  const { text, sentences } = document;
  const places = new OffsetPlaces(text, 'code-points');
  const place = ({ start, end }: Range) => ({ start: places.write(start), end: places.write(end) });
  const ranges = tokensFor(document, options);
  const { spans, indexOf, relations } = wholeSet(records, ranges, options);
  const named = ({ span, range }: FlatSpan) => ({ ...place(range), label: span.type });
  const annotations =
    document.sets.length === 0
      ? {}
      : {
          ents: apart(spans).map(named),
          spans: { sc: spans.map((one) => ({ ...named(one), kb_id: '' })) },
          cats: catsOf(records),
        };
  return {
    text,
    ...annotations,
    ...(sentences?.every(isWholeIn(ranges)) ? { sents: sentences.map(place) } : {}),
    tokens: ranges.map((range, id) => ({ id, ...place(range) })),
    _: {
      name: document.name,
      ...(relations.length === 0
        ? {}
        : {
            relations: relations.map(({ type, from, to }) => ({
              head: indexOf.get(from) ?? 0,
              child: indexOf.get(to) ?? 0,
              label: type,
            })),
          }),
    },
  };
}

function tokensFor(document: DocumentOfOne['document'], options: FormatOptions): readonly Range[] {
  return spacyTokens(document.text, tokensOf(document, tokenChoice(options).tokens));
}

/** The spans that begin and end with a token, which spaCy insists on, and the relations between them. */
function wholeSet(
  records: readonly AnnotationRecord[],
  tokens: readonly Range[],
  options: FormatOptions,
) {
  const isWhole = isWholeIn(tokens);
  const flat = flatSet(records, options);
  const spans = flat.spans.filter(({ range }) => isWhole(range));
  const indexOf = new Map<string, number>();
  for (const [i, { span }] of spans.entries()) if (!indexOf.has(span.id)) indexOf.set(span.id, i);
  const relations = flat.relations.filter(({ from, to }) => indexOf.has(from) && indexOf.has(to));
  return {
    spans,
    indexOf,
    relations,
    cut: flat.spans.length - spans.length,
    lost: flat.relations.length - relations.length,
  };
}

/** Whether a range begins and ends with a token. */
function isWholeIn(tokens: readonly Range[]): (range: Range) => boolean {
  const starts = new Set(tokens.map(({ start }) => start));
  const ends = new Set(tokens.map(({ end }) => end));
  return ({ start, end }) => starts.has(start) && ends.has(end);
}

/** Of spans that overlap the longest, then the first: entities of spaCy stand apart. */
function apart(spans: readonly FlatSpan[]): readonly FlatSpan[] {
  const length = ({ range }: FlatSpan) => range.end - range.start;
  const kept: FlatSpan[] = [];
  const taken = new Set<number>();
  for (const one of [...spans].sort((a, b) => length(b) - length(a))) {
    const { start, end } = one.range;
    let isFree = true;
    for (let at = start; at < end && isFree; at++) isFree = !taken.has(at);
    if (!isFree) continue;
    for (let at = start; at < end; at++) taken.add(at);
    kept.push(one);
  }
  return kept.sort((a, b) => a.range.start - b.range.start);
}

function catsOf(records: readonly AnnotationRecord[]): JsonObject {
  const found = records.find(isCategory);
  if (!found) return {};
  const names = typeof found.value === 'string' ? [found.value] : found.value;
  return Object.fromEntries(names.map((name) => [name, 1]));
}

function isCategory(
  record: AnnotationRecord,
): record is Extract<AnnotationRecord, { kind: 'label' }> & { value: string | readonly string[] } {
  return (
    record.kind === 'label' &&
    record.name === CATEGORIES &&
    (typeof record.value === 'string' || Array.isArray(record.value))
  );
}

/** What spaCy cannot hold of this dataset with these options. */
export function spacyLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [labels, cut, lost] = [0, 0, 0];
  for (const { document, set } of setsOf(dataset)) {
    labels += set.records.filter((one) => one.kind === 'label' && !isCategory(one)).length;
    const whole = wholeSet(set.records, tokensFor(document, options), options);
    cut += whole.cut;
    lost += whole.lost;
  }
  return [
    {
      what: 'document labels',
      count: labels,
      why: `Only the document label ‘${CATEGORIES}’ is written, as categories.`,
    },
    {
      what: 'spans that cut a token',
      count: cut,
      why: 'Spans of spaCy are whole tokens; nothing is shifted, these spans are left out.',
    },
    { what: 'relations of such spans', count: lost, why: 'They would have lost an end.' },
    ...flatLosses(dataset, options),
  ].filter(({ count }) => count > 0);
}
