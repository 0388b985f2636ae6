import type { Attributes } from '../../model/attribute.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import type { JsonObject } from '../json/json-values.ts';
import { byPlace } from '../set-to-json.ts';

/** Writes for each document a file of annotations, as the text annotator loads them, and its text. */
export function writeRecogito(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const unique = uniqueNames();
  return dataset.documents.flatMap((document) => {
    const name = unique(safeFileName(withoutTextExtension(document.name)));
    const text = { path: `${name}.txt`, parts: () => [document.text] };
    const annotations = { path: `${name}.json`, parts: () => partsOf(document) };
    return options['texts'] === 'left-out' ? [annotations] : [annotations, text];
  });
}

function* partsOf(document: DatasetDocument): Generator<string> {
  let start = '[';
  for (const annotation of annotationsOf(document)) {
    yield `${start}\n${JSON.stringify(annotation)}`;
    start = ',';
  }
  yield start === '[' ? '[]\n' : '\n]\n';
}

function* annotationsOf({ text, sets }: DatasetDocument): Generator<JsonObject> {
  const ids = new Set<string>();
  for (const { annotator, records } of sets) {
    const isNamed = annotator.id !== 'imported';
    const creator = isNamed ? { creator: { id: annotator.id, name: annotator.name } } : {};
    const spans = records.filter((record) => record.kind === 'span').sort(byPlace);
    for (const span of spans) {
      const id = ids.has(span.id) ? `${annotator.id} ${span.id}` : span.id;
      ids.add(id);
      yield {
        id,
        bodies: bodiesOf(id, span.type, span.attributes, span.note, creator),
        target: {
          annotation: id,
          selector: span.ranges.map(({ start, end }) => ({
            quote: text.slice(start, end),
            start,
            end,
          })),
          ...creator,
        },
      };
    }
  }
}

function bodiesOf(
  annotation: string,
  type: string,
  attributes: Attributes,
  note: string,
  creator: JsonObject,
): readonly JsonObject[] {
  const body = (kind: string, purpose: string, value: string, format = {}) => ({
    id: `${annotation} ${kind}`,
    annotation,
    purpose,
    value,
    ...format,
    ...creator,
  });
  return [
    body('tag', 'tagging', type),
    ...(Object.keys(attributes).length === 0
      ? []
      : [
          body('attributes', 'describing', JSON.stringify(attributes), {
            format: 'application/json',
          }),
        ]),
    ...(note === '' ? [] : [body('note', 'commenting', note)]),
  ];
}
