import type {
  BiocAnnotation,
  BiocDocument,
  BiocRelation,
  BiocSentence,
} from '../bioc/collection.ts';
import { collectionsOf } from '../bioc/write-collections.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';

/** Writes collections as JSON, document by document, with all keys that readers ask for. */
export function writeBiocJson(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return collectionsOf(dataset, options).map(({ path, documents, ...head }) => ({
    path: `${path}.json`,
    *parts() {
      const start = JSON.stringify(head, null, 2);
      yield `${start.replace(/\n\}$/u, '')},\n  "documents": [`;
      let separator = '\n';
      for (const document of documents()) {
        yield separator + indented(documentJson(document));
        separator = ',\n';
      }
      yield '\n  ]\n}\n';
    },
  }));
}

function indented(value: unknown): string {
  return `    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`;
}

function documentJson({ id, infons, passages, annotations, relations }: BiocDocument) {
  return {
    id,
    infons,
    passages: passages.map((passage) => ({
      ...sentenceJson(passage),
      sentences: passage.sentences.map(sentenceJson),
    })),
    ...markedJson(annotations, relations),
  };
}

function sentenceJson({ offset, infons, text, annotations, relations }: BiocSentence) {
  const place = Number.isNaN(offset) ? {} : { offset };
  const words = text === undefined ? {} : { text };
  return {
    ...place,
    infons,
    ...words,
    ...markedJson(annotations, relations),
  };
}

function markedJson(annotations: readonly BiocAnnotation[], relations: readonly BiocRelation[]) {
  return {
    annotations: annotations.map(({ id, infons, text, locations }) => ({
      id,
      infons,
      text,
      locations: locations.map(({ offset, length }) => ({ offset, length })),
    })),
    relations: relations.map(({ id, infons, nodes }) => ({
      id,
      infons,
      nodes: nodes.map(({ refid, role }) => ({ refid, role })),
    })),
  };
}
