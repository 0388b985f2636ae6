import type { AnnotatorId, DocumentId } from '../model/ids.ts';

/** How documents are shared out among people. */
export interface AssignmentRule {
  /** How many people get each document; more than there are means all of them. */
  readonly each: number;
  /** So many documents go to everybody, so that agreement can be measured. */
  readonly overlap: number;
  /** Whether everybody has the documents in an order of their own, or all in the given one. */
  readonly order: 'given' | 'shuffled';
}

/** Documents of one person, in the order in which they are to be worked on. */
export interface Assignment {
  readonly annotatorId: AnnotatorId;
  readonly documents: readonly DocumentId[];
}

/**
 * Shares documents out: as evenly as can be (nobody has more than one document more than another), which
 * ones by chance. The same random numbers give the same assignment.
 * @param random gives numbers in [0, 1): `seededRandom`, so that an assignment can be had again.
 * @throws {RangeError} where `each` is not a whole number of at least 1, or `overlap` not one of at least 0.
 */
export function assignDocuments(
  documents: readonly DocumentId[],
  annotators: readonly AnnotatorId[],
  { each, overlap, order }: AssignmentRule,
  random: () => number,
): readonly Assignment[] {
  if (!Number.isInteger(each) || each < 1) throw new RangeError('each must be 1 or more');
  if (!Number.isInteger(overlap) || overlap < 0) throw new RangeError('overlap must be 0 or more');
  const given = new Map(annotators.map((id) => [id, new Set<DocumentId>()]));
  for (const [i, documentId] of shuffled(documents, random).entries()) {
    const count = i < overlap ? given.size : each;
    for (const own of leastLoaded([...given.values()], count, random)) own.add(documentId);
  }
  return [...given].map(([annotatorId, own]) => ({
    annotatorId,
    documents:
      order === 'given' ? documents.filter((id) => own.has(id)) : shuffled([...own], random),
  }));
}

/** Those who have the fewest, by chance where several have as many. */
function leastLoaded(
  people: readonly Set<DocumentId>[],
  count: number,
  random: () => number,
): readonly Set<DocumentId>[] {
  return shuffled(people, random)
    .sort((a, b) => a.size - b.size)
    .slice(0, count);
}

/** In an order of chance (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [list[i], list[j]];
    if (a === undefined || b === undefined) continue;
    list[i] = b;
    list[j] = a;
  }
  return list;
}
