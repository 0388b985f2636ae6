import type { Dataset } from '../dataset.ts';
import { uniqueNames } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import type { JsonObject } from '../json/json-values.ts';
import { isObject } from '../json/json-values.ts';
import type { ChainLinks } from '../tokens/chains.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { planEntities } from './plan-entities.ts';
import { DOCRED } from './read-docred.ts';
import { readDocument } from './read-document.ts';

/** Writes one file for each annotator: a list of documents. */
export function writeDocred(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.json`,
    parts: () => partsOf(documents, options),
  }));
}

function* partsOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  const unique = uniqueNames();
  for (const [i, one] of documents.entries()) {
    const title = unique(one.document.name);
    const record = unchanged(one, options, title) ?? recordOf(one, options, title);
    yield `${i === 0 ? '[' : ',\n'}${JSON.stringify(record)}`;
  }
  yield documents.length === 0 ? '[]\n' : ']\n';
}

/** The record as it was read, where it still says what the records say. */
function unchanged(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
  title: string,
): unknown {
  const carried = carriedJson(document, DOCRED);
  if (!carried || options['tokens'] === 'words' || options['tokens'] === 'blanks') return undefined;
  const value: unknown = JSON.parse(carried.raw);
  const read = readDocument(value, linksOf(carried.reading));
  const isSame =
    isObject(value) &&
    (value['title'] ?? title) === title &&
    read?.draft.text === document.text &&
    sameRecords(read.records, records);
  return isSame ? value : undefined;
}

function linksOf(reading: string): ChainLinks {
  return reading === 'first' || reading === 'attribute' ? reading : 'consecutive';
}

function recordOf(one: DocumentOfOne, options: FormatOptions, title: string): JsonObject {
  const { plan, entities, relations } = planEntities(one, options);
  const { words, sentences, spans } = plan;
  const sents = sentences.map(({ from, to }) => words.slice(from, to));
  if (one.document.sets.length === 0) return { title, sents };
  const vertexSet = entities.map((mentions) =>
    mentions.flatMap((i) => {
      const span = spans[i];
      const start = span && sentences[span.sentence]?.from;
      if (!span || start === undefined) return [];
      return [
        {
          name: words.slice(span.from, span.to).join(' '),
          pos: [span.from - start, span.to - start],
          sent_id: span.sentence,
          type: span.span.type,
        },
      ];
    }),
  );
  // The sentences come first: by them a long document is recognised from its beginning.
  return { title, sents, vertexSet, labels: relations };
}
