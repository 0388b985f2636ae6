import type { Dataset } from '../dataset.ts';
import { uniqueNames } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { planTokens } from '../token-json/plan.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { CONLL04, readGroup, type Sentence } from './read-conll04.ts';

/** Writes one file for each annotator: a list of sentences. */
export function writeConll04(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.json`,
    parts: () => partsOf(documents, options),
  }));
}

function* partsOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  const unique = uniqueNames();
  let start = '[';
  for (const one of documents) {
    const name = unique(one.document.name);
    for (const record of unchanged(one, options) ?? sentencesOf(one, options, name)) {
      yield `${start}${JSON.stringify(record)}`;
      start = ',\n';
    }
  }
  yield start === '[' ? '[]\n' : ']\n';
}

/** The sentences as they were read, where they still say what the records say. */
function unchanged(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
): readonly JsonObject[] | undefined {
  const carried = carriedJson(document, CONLL04);
  if (!carried || options['tokens'] === 'words' || options['tokens'] === 'blanks') return undefined;
  const values: unknown = JSON.parse(carried.raw);
  const group = (Array.isArray(values) ? values : []).filter(isObject).map(
    (record): Sentence => ({
      record,
      tokens: Array.isArray(record['tokens']) ? record['tokens'].map(String) : [],
      source: { value: record, raw: '', place: {} },
    }),
  );
  const draft = readGroup(group, new ProblemList());
  const isSame =
    draft.text === document.text && sameRecords([...draft.spans, ...draft.relations], records);
  return isSame ? group.map(({ record }) => record) : undefined;
}

function sentencesOf(
  one: DocumentOfOne,
  options: FormatOptions,
  name: string,
): readonly JsonObject[] {
  const { words, sentences, spans, relations } = planTokens(one, options, {
    within: true,
    chains: false,
  });
  const isAnnotated = one.document.sets.length > 0;
  const bySentence = sentences.map(() => ({ spans: [] as number[], relations: [] as number[] }));
  /** Place of each span among those of its sentence. */
  const placeOf = spans.map(({ sentence }, i) => (bySentence[sentence]?.spans.push(i) ?? 0) - 1);
  for (const [i, { from }] of relations.entries()) {
    bySentence[spans[from]?.sentence ?? -1]?.relations.push(i);
  }
  const written = sentences.map((sentence, i) => {
    const here = bySentence[i];
    const tokens = words.slice(sentence.from, sentence.to);
    if (!isAnnotated) return { tokens, orig_id: name };
    const entities = (here?.spans ?? []).flatMap((at) => {
      const span = spans[at];
      if (!span) return [];
      const [start, end] = [span.from - sentence.from, span.to - sentence.from];
      return [{ type: span.span.type, start, end }];
    });
    const joined = (here?.relations ?? []).flatMap((at) => {
      const relation = relations[at];
      if (!relation) return [];
      const [head, tail] = [placeOf[relation.from], placeOf[relation.to]];
      return [{ type: relation.relation.type, head, tail }];
    });
    return { tokens, entities, relations: joined, orig_id: name };
  });
  if (written.length > 0) return written;
  const empty = isAnnotated ? { entities: [], relations: [] } : {};
  return [{ tokens: [], ...empty, orig_id: name }];
}
