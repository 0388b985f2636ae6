import type { Dataset } from '../dataset.ts';
import { safeFileName } from '../file-name.ts';
import type { TargetFile } from '../format.ts';
import { setToJson } from '../set-to-json.ts';

/** Writes one line per document and annotator; a document without a set has one line without annotator. */
export function writeJsonl(dataset: Dataset): readonly TargetFile[] {
  return [
    { path: `${safeFileName(dataset.name, 'dataset')}.jsonl`, parts: () => linesOf(dataset) },
  ];
}

function* linesOf({ documents }: Dataset): Generator<string> {
  for (const document of documents) {
    const { id, name, text } = document;
    const head = { document: { id, name } };
    const toJson = setToJson(document);
    for (const set of document.sets) {
      const { id, name } = set.annotator;
      yield `${JSON.stringify({ ...head, annotator: { id, name }, text, ...toJson(set) })}\n`;
    }
    if (document.sets.length === 0) {
      const empty = toJson({ annotator: { id: '', name: '' }, records: [] });
      yield `${JSON.stringify({ ...head, annotator: null, text, ...empty })}\n`;
    }
  }
}
