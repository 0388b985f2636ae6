import type { Annotator } from '../../model/annotator.ts';
import type { Place } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import { Assembler, type LinkItem, type SpanItem } from '../anchors/assemble.ts';
import { type TextFile, TextFiles } from '../anchors/text-files.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { readBackend } from './read-backend.ts';
import { readCore } from './read-core.ts';

/** What one annotation of Recogito gives: something about a text, and links from it. */
export interface RecogitoItems {
  readonly span?: SpanItem;
  readonly links: readonly LinkItem[];
  /** Sentences about what was not understood. */
  readonly left: readonly string[];
}

/** What all items of one annotation have. */
export interface Origin {
  readonly id: string;
  readonly recordId: string;
  readonly creator: Annotator | undefined;
  readonly place: Place;
}

/** Reads annotations of Recogito’s text annotator, or of Recogito 2, onto the texts beside them. */
export function readRecogito(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const texts: TextFile[] = [];
  const items: RecogitoItems[] = [];
  const json: SourceFile[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    if (!/\.(?:json|jsonl|ndjson)$/iu.test(file.path)) {
      texts.push(file);
      continue;
    }
    json.push(file);
    const values = readJsonValues(file);
    if (!values.ok) return values;
    for (const { value, place } of values.value) {
      const read = readOne(value, place);
      if (typeof read === 'string') {
        problems.add('not-valid', `${read} The annotation was left out.`, place);
        continue;
      }
      for (const sentence of read.left) problems.add('left-out', sentence, place);
      items.push(read);
    }
  }
  // Annotations of the text annotator do not say which text they are about: those of a file, all one.
  const sources = new Set(items.flatMap(({ span }) => (span ? [span.source] : [])));
  const assembler = new Assembler(new TextFiles(texts, sources), 'utf-16', problems);
  for (const { span } of items) if (span) assembler.addSpan(span);
  for (const { links } of items) for (const link of links) assembler.addLink(link);
  const [first] = problems.field().problems ?? [];
  if (texts.length === 0 || (assembler.placed === 0 && assembler.failed > 1)) {
    const message =
      texts.length === 0
        ? 'The text that these annotations are about is not there. Choose it together with them, under the same name.'
        : `No annotation finds its place in these texts. ${first?.message ?? ''}`.trim();
    const place = first?.place ?? { file: json[0]?.path ?? files[0]?.path ?? '' };
    return err({ code: 'invalid-file', message, place });
  }
  const documents = assembler.documents();
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(json), schema, documents, ...problems.field() });
}

function readOne(value: unknown, place: Place): RecogitoItems | string {
  if (!isObject(value)) return 'This is no annotation.';
  if ('anchor' in value || 'annotation_id' in value) return readBackend(value, place);
  return readCore(value, place);
}
