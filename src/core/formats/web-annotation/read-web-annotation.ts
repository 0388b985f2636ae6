import { err, ok, type Result } from '../../result.ts';
import { Assembler, type LinkItem } from '../anchors/assemble.ts';
import { type TextFile, TextFiles } from '../anchors/text-files.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { isObject, type JsonValue, readJsonValues } from '../json/json-values.ts';
import type { OffsetUnit } from '../json/offset-units.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { type ReadAnnotation, readAnnotation } from './read-annotation.ts';
import { listOf } from './read-target.ts';

/** Reads annotations, alone, in lists, pages and collections, and puts them on the texts beside them. */
export function readWebAnnotation(
  files: readonly SourceFile[],
  unit: OffsetUnit,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const texts: TextFile[] = [];
  const annotations: ReadAnnotation[] = [];
  const json: SourceFile[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    if (!/\.(?:json|jsonld|jsonl|ndjson)$/iu.test(file.path)) {
      texts.push(file);
      continue;
    }
    json.push(file);
    const values = readJsonValues(file);
    if (!values.ok) return values;
    for (const one of values.value.flatMap(itemsOf)) {
      const read = isObject(one.value)
        ? readAnnotation(one.value, one.place)
        : 'This is no annotation.';
      if (typeof read === 'string') {
        problems.add('not-valid', `${read} The annotation was left out.`, one.place);
        continue;
      }
      for (const sentence of read.left) problems.add('left-out', sentence, one.place);
      annotations.push(read);
    }
  }
  const spans = annotations.flatMap((one) => (one.kind === 'span' ? [one.item] : []));
  const sources = new Set(spans.map(({ source }) => source));
  const assembler = new Assembler(new TextFiles(texts, sources), unit, problems);
  for (const span of spans) assembler.addSpan(span);
  const ids = new Set(spans.map(({ id }) => id));
  for (const one of annotations) if (one.kind === 'link') assembler.addLink(named(one.item, ids));
  const [first] = problems.field().problems ?? [];
  if (texts.length === 0 || (assembler.placed === 0 && assembler.failed > 1)) {
    const message =
      texts.length === 0
        ? 'The texts that these annotations are about are not there. Choose them together with the annotations, under the names of the sources.'
        : 'No annotation finds its place in these texts.';
    const why = first && texts.length > 0 ? `${message} ${first.message}` : message;
    const place = first?.place ?? { file: json[0]?.path ?? files[0]?.path ?? '' };
    return err({ code: 'invalid-file', message: why, place });
  }
  const documents = assembler.documents();
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(json), schema, documents, ...problems.field() });
}

/** Annotations in a page or collection (Web Annotation Data Model 5), or the value itself. */
function itemsOf(one: JsonValue): readonly JsonValue[] {
  if (!isObject(one.value)) return [one];
  const { items, first } = one.value;
  const list = items ?? (isObject(first) ? first['items'] : undefined);
  if (list === undefined) return [one];
  return listOf(list).map((value, i) => {
    const path = `${one.place.path === undefined ? '' : `${one.place.path}.`}items[${i}]`;
    return { value, raw: '', place: { ...one.place, path } };
  });
}

/** A link whose ends are named as in Recogito, with or without `#`. */
function named(link: LinkItem, ids: ReadonlySet<string>): LinkItem {
  const known = (id: string) => (ids.has(id) || !ids.has(`#${id}`) ? id : `#${id}`);
  return { ...link, from: known(link.from), to: known(link.to) };
}
