import type { Annotator } from '../../model/annotator.ts';
import type { Place } from '../../problem.ts';
import { type DatasetDocument, type DatasetSet, IMPORTED } from '../dataset.ts';
import { newDocumentIds } from '../tokens/names-of-documents.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import { attributeValueOf } from './feature-values.ts';
import type { GateDocument } from './gate-document.ts';
import { type Linguistic, type ReadSet, readSet } from './read-set.ts';

/** Gives each name of an annotation set one annotator; the set without name has none. */
export function annotators(): (setName: string) => Annotator {
  const newId = newDocumentIds();
  newId(IMPORTED.id);
  const known = new Map<string, Annotator>([['', IMPORTED]]);
  return (setName) => {
    const annotator = known.get(setName) ?? { id: newId(setName), name: setName.slice(0, 1000) };
    known.set(setName, annotator);
    return annotator;
  };
}

/** An annotation set with what was read of it. */
export interface NamedSet {
  readonly name: string;
  readonly set: ReadSet;
  /** Whether it is a set of the dataset: the default set is none while it says nothing beside others. */
  readonly isSaying: boolean;
}

/** Reads all sets of a document. */
export function setsOfGate(gate: GateDocument, linguistic: Linguistic): readonly NamedSet[] {
  return gate.sets.map((one) => {
    const set = readSet(one, linguistic);
    const isSaying = one.name !== '' || set.records.length > 0 || gate.sets.length === 1;
    return { name: one.name, set, isSaying };
  });
}

/** A document of GATE as one of a dataset: a set for each annotation set, with tokens and features. */
export function documentOfGate(
  gate: GateDocument,
  linguistic: Linguistic,
  annotatorOf: (setName: string) => Annotator,
  problems: ProblemList,
  place: Place,
): Pick<DatasetDocument, 'text' | 'sets' | 'tokens' | 'sentences' | 'metadata'> {
  const sets: DatasetSet[] = [];
  const named = setsOfGate(gate, linguistic);
  const all = named.map(({ set }) => set);
  for (const { name, set, isSaying } of named) {
    for (const { code, message, id } of set.problems) {
      problems.add(code, message, { ...place, ...(id === '' ? {} : { id }) });
    }
    if (isSaying) sets.push({ annotator: annotatorOf(name), records: set.records });
  }
  const tokens = all.find((set) => set.tokens.length > 0)?.tokens;
  const sentences = all.find((set) => set.sentences.length > 0)?.sentences;
  const types = new Set(all.flatMap(({ kept }) => kept.map(({ type }) => type)));
  const unread = ['SpaceToken', 'Split'].filter((type) => types.has(type));
  if (unread.length > 0) {
    const message = `Annotations ${unread.join(' and ')} are kept and written back, but are no spans; an option reads them as spans.`;
    problems.add('linguistic', message, place);
  }
  const features = Object.entries(gate.features).flatMap(([name, raw]) => {
    const value = attributeValueOf(raw);
    if (name === '' || name === '__proto__' || value === undefined) return [];
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const];
  });
  return {
    text: gate.text,
    sets,
    ...(tokens ? { tokens } : {}),
    ...(sentences ? { sentences } : {}),
    ...(features.length > 0 ? { metadata: Object.fromEntries(features) } : {}),
  };
}
