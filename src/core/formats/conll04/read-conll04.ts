import type { Span } from '../../model/span.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { isObject, type JsonObject, type JsonValue, readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { TokenDraft } from '../token-json/token-draft.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';

/** Id of the format. */
export const CONLL04 = 'conll04';

/** A sentence of the file. */
export interface Sentence {
  readonly record: JsonObject;
  readonly tokens: readonly string[];
  readonly source: JsonValue;
}

/**
 * Reads sentences with entities and relations. Sentences one after the other that have the same name under
 * `orig_id` are one document; numbers are those of sentences, and each is a document.
 */
export function readConll04(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    const sentences = values.value.flatMap((source) => {
      const sentence = sentenceOf(source);
      if (sentence) return [sentence];
      problems.add('no-text', 'This record has no ‘tokens’; it was left out.', source.place);
      return [];
    });
    if (sentences.length === 0 && values.value.length > 0) {
      const message = 'No record of this file has ‘tokens’.';
      return err({ code: 'invalid-file', message, place: values.value[0]?.place ?? {} });
    }
    const groups = groupSentences(sentences);
    for (const [i, group] of groups.entries()) {
      const draft = readGroup(group, problems);
      const { text, tokens } = draft;
      const own = group[0]?.record['orig_id'];
      const isAnnotated = group.some(({ record }) => 'entities' in record || 'relations' in record);
      documents.push({
        ...nameOf(file, i, groups.length, typeof own === 'number' ? String(own) : own),
        text,
        sets: isAnnotated
          ? [{ annotator: IMPORTED, records: [...draft.spans, ...draft.relations] }]
          : [],
        tokens,
        sentences: draft.sentences,
        carried: {
          format: CONLL04,
          data: { raw: JSON.stringify(group.map(({ record }) => record)), reading: '' },
        },
      });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

function sentenceOf(source: JsonValue): Sentence | undefined {
  const { value } = source;
  if (!isObject(value) || !Array.isArray(value['tokens'])) return undefined;
  const tokens: readonly unknown[] = value['tokens'];
  const words = tokens.filter((token) => typeof token === 'string');
  return words.length === tokens.length ? { record: value, tokens: words, source } : undefined;
}

function groupSentences(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const groups: Sentence[][] = [];
  let last: unknown;
  for (const sentence of sentences) {
    const name = sentence.record['orig_id'];
    const group = groups.at(-1);
    if (group && typeof name === 'string' && name === last) group.push(sentence);
    else groups.push([sentence]);
    last = name;
  }
  return groups;
}

/** Reads the sentences of one document. */
export function readGroup(group: readonly Sentence[], problems: ProblemList): TokenDraft {
  const draft = new TokenDraft(group.map(({ tokens }) => tokens));
  for (const [i, { record, source, tokens }] of group.entries()) {
    const report = (code: string, message: string, path: string) => {
      const { place } = source;
      const inside = place.path === undefined ? path : `${place.path}.${path}`;
      problems.add(code, message, { ...place, path: inside });
    };
    const start = draft.starts[i] ?? 0;
    const spans = listIn(record, 'entities').map((entity, j): Span | undefined => {
      const { type, start: from, end: to } = isObject(entity) ? entity : {};
      const isWithin =
        typeof from === 'number' && typeof to === 'number' && from >= 0 && to <= tokens.length;
      const span = isWithin
        ? draft.addSpan(start + from, start + to, type)
        : `Its tokens ${String(from).slice(0, 20)} to ${String(to).slice(0, 20)} do not lie in the sentence, which has ${tokens.length}.`;
      if (typeof span === 'object') return span;
      report('bad-span', `${span} The entity was left out.`, `entities[${j}]`);
      return undefined;
    });
    for (const [j, relation] of listIn(record, 'relations').entries()) {
      const { type, head, tail } = isObject(relation) ? relation : {};
      const [from, to] = [spans[Number(head)], spans[Number(tail)]];
      const added =
        from && to ? draft.addRelation(type, from, to) : 'It names an entity that is not there.';
      if (typeof added !== 'string') continue;
      report('bad-relation', `${added} The relation was left out.`, `relations[${j}]`);
    }
  }
  return draft;
}

function listIn(record: JsonObject, key: string): readonly unknown[] {
  const value = record[key];
  return Array.isArray(value) ? value : [];
}
