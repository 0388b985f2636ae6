import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { type FlatSpan, flatLosses, flatSet } from '../json/flat-spans.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { Loss } from '../losses.ts';
import { alignerOf, isAligned } from '../tokens/align.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';
import { CATEGORIES, readExample } from './read-example.ts';
import { PRODIGY } from './read-prodigy.ts';

/** Writes one file of JSON Lines for each annotator. */
export function writeProdigy(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.jsonl`,
    parts: () => linesOf(documents, options),
  }));
}

function* linesOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  for (const one of documents) {
    yield `${unchanged(one) ?? JSON.stringify(exampleOf(one, options))}\n`;
  }
}

/** The line as it was read, where it still says what the records say. */
function unchanged({ document, records }: DocumentOfOne): string | undefined {
  const carried = carriedJson(document, PRODIGY);
  if (!carried || carried.raw.includes('\n')) return undefined;
  const value: unknown = JSON.parse(carried.raw);
  const read = isObject(value) ? readExample(value) : undefined;
  const isSame =
    read?.text === document.text &&
    read.isAnnotated === document.sets.length > 0 &&
    sameRecords(read.records, records);
  return isSame ? carried.raw : undefined;
}

/** Fields that an example keeps when its annotations have changed. */
function keptFields({ document }: DocumentOfOne): JsonObject {
  const value: unknown = JSON.parse(carriedJson(document, PRODIGY)?.raw ?? 'null');
  const stale =
    /^(?:text|tokens|spans|relations|accept|options|label|answer|_task_hash|__proto__)$/u;
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(([key]) => !stale.test(key)),
  );
}

function exampleOf(one: DocumentOfOne, options: FormatOptions): JsonObject {
  const { document, records } = one;
  const kept = keptFields(one);
  const { text } = document;
  const places = new OffsetPlaces(text, 'code-points');
  const ranges = tokensOf(document, tokenChoice(options).tokens);
  const align = alignerOf(ranges);
  const tokens = ranges.map(({ start, end }, id) => ({
    text: text.slice(start, end),
    start: places.write(start),
    end: places.write(end),
    id,
    ws: text[end] === ' ',
  }));
  const extra = Object.entries(document.metadata ?? {}).filter(
    ([key]) => key !== 'name' && key !== '__proto__',
  );
  const meta = { name: document.name, ...Object.fromEntries(extra) };
  const head = { text, tokens, meta, ...kept };
  if (document.sets.length === 0) return head;
  const { spans, indexOf, relations } = flatSet(records, options);
  const written = spans.map((flat) => spanOf(flat));
  const endOf = (id: string) => written[indexOf.get(id) ?? 0];
  return {
    ...head,
    spans: written,
    ...(relations.length === 0
      ? {}
      : {
          relations: relations.map(({ type, from, to }) => ({
            head: endOf(from)?.token_end ?? null,
            child: endOf(to)?.token_end ?? null,
            head_span: endOf(from),
            child_span: endOf(to),
            label: type,
          })),
        }),
    ...categoriesOf(records),
    answer: 'accept',
  };

  function spanOf({ span, range }: FlatSpan) {
    const place = { start: places.write(range.start), end: places.write(range.end) };
    const aligned = align(range);
    const cut = { ...place, token_start: null, token_end: null, label: span.type };
    if (!isAligned(aligned)) return cut;
    // The last token is included.
    return { ...cut, token_start: aligned.from, token_end: aligned.to - 1 };
  }
}

function categoriesOf(records: readonly AnnotationRecord[]): JsonObject {
  const found = records.find(isCategory);
  if (!found) return {};
  const accept = typeof found.value === 'string' ? [found.value] : found.value;
  return { options: accept.map((id) => ({ id, text: id })), accept };
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

/** What Prodigy cannot hold of this dataset with these options. */
export function prodigyLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [labels, cut, doubled] = [0, 0, 0];
  const aligners = new Map<object, ReturnType<typeof alignerOf>>();
  for (const { document, set } of setsOf(dataset)) {
    labels += set.records.filter((one) => one.kind === 'label' && !isCategory(one)).length;
    const align =
      aligners.get(document) ?? alignerOf(tokensOf(document, tokenChoice(options).tokens));
    aligners.set(document, align);
    const { spans, relations } = flatSet(set.records, options);
    cut += spans.filter(({ range }) => !isAligned(align(range))).length;
    doubled += relations.length === 0 ? 0 : spans.length - placesOf(spans).size;
  }
  return [
    {
      what: 'document labels',
      count: labels,
      why: `Only the document label ‘${CATEGORIES}’ is written, as options that were chosen.`,
    },
    {
      what: 'numbers of tokens at spans',
      count: cut,
      why: 'These spans cut a token; they are written with offsets only, which spaCy does not train on.',
    },
    {
      what: 'spans that relations cannot tell apart',
      count: doubled,
      why: 'Relations name their ends by place and label; of spans that share both, they mean the first.',
    },
    ...flatLosses(dataset, options),
  ].filter(({ count }) => count > 0);
}

function placesOf(spans: readonly FlatSpan[]): ReadonlySet<string> {
  return new Set(spans.map(({ span, range }) => `${range.start}-${range.end} ${span.type}`));
}
