import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';

/** A document with the records of one annotator. */
export interface DocumentOfOne {
  readonly document: DatasetDocument;
  readonly records: readonly AnnotationRecord[];
}

/** What goes into one file of a format that does not say who annotated. */
export interface FileOfOne {
  /** Without extension; relative, with `/`. */
  readonly path: string;
  readonly documents: readonly DocumentOfOne[];
}

/**
 * Spreads a dataset over files such that none mixes annotators: one for each, or one for each document of
 * each. Documents that nobody annotated have files of their own, for they are not examples of nothing.
 */
export function filesByAnnotator(
  dataset: Dataset,
  files: 'one' | 'per-document',
): readonly FileOfOne[] {
  const groups = groupsOf(dataset);
  const unique = uniqueNames();
  const several = groups.length > 1;
  if (files === 'one') {
    const name = safeFileName(dataset.name, 'dataset');
    return groups.map(({ who, documents }) => ({
      path: unique(several ? `${name} - ${safeFileName(who, 'annotator')}` : name),
      documents,
    }));
  }
  const folders = uniqueNames();
  return groups.flatMap(({ who, documents }) => {
    const folder = several ? `${folders(safeFileName(who, 'annotator'))}/` : '';
    return documents.map((one) => {
      const name = safeFileName(withoutTextExtension(one.document.name));
      return { path: unique(`${folder}${name}`), documents: [one] };
    });
  });
}

function groupsOf(dataset: Dataset) {
  const byAnnotator = new Map<
    string,
    { readonly who: string; readonly documents: DocumentOfOne[] }
  >();
  const nobody: DocumentOfOne[] = [];
  for (const document of dataset.documents) {
    if (document.sets.length === 0) nobody.push({ document, records: [] });
    for (const set of document.sets) {
      const { annotator } = set;
      const group = byAnnotator.get(annotator.id) ?? { who: annotator.name, documents: [] };
      byAnnotator.set(annotator.id, group);
      group.documents.push({
        document,
        // Not before they are asked for: the document may be a lazy one.
        get records() {
          return set.records;
        },
      });
    }
  }
  const groups = [...byAnnotator.values()];
  return nobody.length > 0 ? [...groups, { who: 'not annotated', documents: nobody }] : groups;
}
