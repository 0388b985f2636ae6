import type { Dataset } from '../dataset.ts';
import { uniqueNames } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { planTokens } from '../token-json/plan.ts';
import { MENTION } from '../token-json/token-draft.ts';
import { type ChainLinks, chainsOf } from '../tokens/chains.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { readDoc } from './read-doc.ts';
import { SCIERC } from './read-scierc.ts';

/** Writes one file for each annotator: a document in each line. */
export function writeScierc(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.jsonl`,
    parts: () => linesOf(documents, options),
  }));
}

function* linesOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  const unique = uniqueNames();
  for (const one of documents) {
    const key = unique(one.document.name);
    const kept = unchanged(one, options, key);
    yield `${kept ?? JSON.stringify(recordOf(one, options, key))}\n`;
  }
}

/** The line as it was read, where it still says what the records say. */
function unchanged(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
  key: string,
): string | undefined {
  const carried = carriedJson(document, SCIERC);
  const isOwn = options['tokens'] !== 'words' && options['tokens'] !== 'blanks';
  if (!carried || !isOwn || carried.raw.includes('\n')) return undefined;
  const value: unknown = JSON.parse(carried.raw);
  if (!isObject(value) || (value['doc_key'] ?? key) !== key) return undefined;
  const read = readDoc(value, linksOf(carried.reading));
  const isSame =
    read?.draft.text === document.text &&
    read.isAnnotated === document.sets.length > 0 &&
    sameRecords(read.records, records);
  return isSame ? carried.raw : undefined;
}

function linksOf(reading: string): ChainLinks {
  return reading === 'first' || reading === 'attribute' ? reading : 'consecutive';
}

function recordOf(one: DocumentOfOne, options: FormatOptions, key: string): JsonObject {
  const { document, records } = one;
  const { words, sentences, spans, relations } = planTokens(one, options, {
    within: true,
    chains: true,
  });
  const head = {
    doc_key: key,
    ...keptFields(one),
    sentences: sentences.map(({ from, to }) => words.slice(from, to)),
  };
  if (document.sets.length === 0) return head;
  const chains = chainsOf(records);
  const related = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const ner: (readonly [number, number, string])[][] = sentences.map(() => []);
  const clusters = new Map<string, (readonly [number, number])[]>();
  const clustered = new Set<string>();
  const seen = new Set<string>();
  for (const [i, { from, to, span, sentence }] of spans.entries()) {
    const chain = chains.get(span.id);
    // A mention that a chain or relation names comes back by itself, if nothing else stands there.
    const place = `${from} ${to}`;
    const isNamed = (chain !== undefined || related.has(i)) && !seen.has(place);
    seen.add(place);
    if (!(span.type === MENTION && isNamed)) ner[sentence]?.push([from, to - 1, span.type]);
    if (chain === undefined) continue;
    const key = `${chain} ${place}`;
    if (clustered.has(key)) continue;
    clustered.add(key);
    const cluster = clusters.get(chain) ?? [];
    cluster.push([from, to - 1]);
    clusters.set(chain, cluster);
  }
  const joined: (readonly (number | string)[])[][] = sentences.map(() => []);
  for (const { relation, from, to } of relations) {
    const [a, b] = [spans[from], spans[to]];
    if (a && b) joined[a.sentence]?.push([a.from, a.to - 1, b.from, b.to - 1, relation.type]);
  }
  return { ...head, ner, relations: joined, clusters: [...clusters.values()] };
}

/** Fields that the record had and that do not say where anything stands. */
function keptFields({ document }: DocumentOfOne): JsonObject {
  const value: unknown = JSON.parse(carriedJson(document, SCIERC)?.raw ?? 'null');
  const { dataset, weight } = isObject(value) ? value : {};
  return {
    ...(typeof dataset === 'string' ? { dataset } : {}),
    ...(typeof weight === 'number' ? { weight } : {}),
  };
}
