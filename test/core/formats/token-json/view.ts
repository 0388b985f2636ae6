import type fc from 'fast-check';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { Format } from '#core/formats/format.ts';
import { COREFERENCE } from '#core/formats/tokens/chains.ts';
import { filesByAnnotator } from '#core/formats/tokens/files-by-annotator.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { spansOf, tokenView } from '../tokens/harness.ts';

/** Random datasets in which relations of the type `s` are coreference. */
export const withCoreference: fc.Arbitrary<Dataset> = anyDataset.map((dataset) => ({
  ...dataset,
  documents: dataset.documents.map((document) => ({
    ...document,
    sets: document.sets.map((set) => ({
      ...set,
      records: set.records.map((one) =>
        one.kind === 'relation' && one.type === 's' ? { ...one, type: COREFERENCE } : one,
      ),
    })),
  })),
}));

/** What formats of tokens hold of a set, found in the plainest way: words, spans, relations, chains. */
export function plainView(document: DatasetDocument, records: readonly AnnotationRecord[]) {
  const { words, spans } = tokenView(document, records, { flat: false });
  const places = new Map(
    spansOf(records).map((span) => [
      span.id,
      tokenView(document, [span], { flat: false }).spans[0],
    ]),
  );
  const ends = (one: { from: string; to: string }) => [places.get(one.from), places.get(one.to)];
  const relations = records
    .filter((one) => one.kind === 'relation' && one.type !== COREFERENCE)
    .map((one) => (one.kind === 'relation' ? [one.type, ...ends(one)] : []));
  // Chains grow until nothing joins them any more.
  let chains = records
    .filter((one) => one.kind === 'relation' && one.type === COREFERENCE)
    .map((one) => new Set(one.kind === 'relation' ? [one.from, one.to] : []));
  for (let before = -1; before !== chains.length; ) {
    before = chains.length;
    const joined: Set<string>[] = [];
    for (const chain of chains) {
      const other = joined.find((one) => [...one].some((id) => chain.has(id)));
      if (other) for (const id of chain) other.add(id);
      else joined.push(chain);
    }
    chains = joined;
  }
  return {
    words,
    spans,
    relations: relations.map((one) => one.join(' | ')).sort(),
    chains: chains
      .map((chain) =>
        [...chain]
          .map((id) => places.get(id) ?? '')
          .sort()
          .join(' | '),
      )
      .sort(),
  };
}

/** Each document with each set, in the order in which files have them. */
export function parts(dataset: Dataset) {
  return filesByAnnotator(dataset, 'one').flatMap(({ documents }) => documents);
}

/** What the format says it loses of one set. */
export function lossesOf(
  format: Format,
  dataset: Dataset,
  { document, records }: ReturnType<typeof parts>[number],
  options: Record<string, string>,
): ReadonlyMap<string, number> {
  const sets = [{ annotator: { id: 'x', name: 'x' }, records }];
  const one = { ...dataset, documents: [{ ...document, sets }] };
  return new Map(format.losses?.(one, options).map(({ what, count }) => [what, count]));
}
