import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes } from '../../model/attribute.ts';
import type { BiocDocument, BiocRelation } from './collection.ts';
import { attributesOfInfons, infonText, NOTE, TYPE } from './infons.ts';
import type { BiocProblem } from './read-document.ts';
import type { RecordIds } from './record-ids.ts';

/** Roles that need no mention: they say which end is which. */
const FROM = /^(?:source|from)$/iu;
const TO = /^(?:target|to)$/iu;
/** Attributes that hold other roles. */
export const FROM_ROLE = 'from role';
export const TO_ROLE = 'to role';

export interface ReadRelations {
  readonly records: readonly AnnotationRecord[];
  readonly recordOf: ReadonlyMap<object, AnnotationRecord>;
  readonly problems: readonly BiocProblem[];
}

/** All relations of a document in the order of the file. */
export function relationsIn(document: BiocDocument): readonly BiocRelation[] {
  return [
    ...document.passages.flatMap(({ relations, sentences }) => [
      ...relations,
      ...sentences.flatMap((sentence) => sentence.relations),
    ]),
    ...document.relations,
  ];
}

/**
 * Reads relations between two annotations. Those that have no nodes but name two concepts (entity1 and
 * entity2, as in BioRED) lead from the first mention of the one to that of the other.
 * @param spans ids of records by ids of annotations.
 * @param concepts ids of records by identifiers of concepts, the first mention of each.
 */
export function readRelations(
  document: BiocDocument,
  spans: ReadonlyMap<string, string>,
  concepts: ReadonlyMap<string, string>,
  ids: RecordIds,
): ReadRelations {
  const records: AnnotationRecord[] = [];
  const recordOf = new Map<object, AnnotationRecord>();
  const problems: BiocProblem[] = [];
  for (const relation of relationsIn(document)) {
    const { id, infons, at } = relation;
    const ends = endsOf(relation, spans, concepts);
    if (!ends) {
      const message =
        'It is not a relation between two annotations that are spans; it is kept as it is.';
      problems.push({ code: 'no-end', message, at, id });
      continue;
    }
    const record: AnnotationRecord = {
      kind: 'relation',
      id: ids.give(id, 'r'),
      type: infonText(infons, TYPE).slice(0, 500) || 'Relation',
      from: ends.from,
      to: ends.to,
      attributes: { ...attributesOfInfons(infons), ...ends.roles },
      note: infonText(infons, NOTE),
    };
    records.push(record);
    recordOf.set(relation, record);
  }
  return { records, recordOf, problems };
}

function endsOf(
  { nodes, infons }: BiocRelation,
  spans: ReadonlyMap<string, string>,
  concepts: ReadonlyMap<string, string>,
): { readonly from: string; readonly to: string; readonly roles: Attributes } | undefined {
  if (nodes.length === 0) {
    const [from, to] = ['entity1', 'entity2'].map((key) => concepts.get(infonText(infons, key)));
    return from !== undefined && to !== undefined ? { from, to, roles: {} } : undefined;
  }
  const [first, second] = nodes;
  if (nodes.length !== 2 || !first || !second) return undefined;
  const isTurned = TO.test(first.role) && FROM.test(second.role);
  const [a, b] = isTurned ? [second, first] : [first, second];
  const [from, to] = [spans.get(a.refid), spans.get(b.refid)];
  if (from === undefined || to === undefined) return undefined;
  const roles = [
    ...(a.role === '' || FROM.test(a.role) ? [] : [[FROM_ROLE, a.role] as const]),
    ...(b.role === '' || TO.test(b.role) ? [] : [[TO_ROLE, b.role] as const]),
  ];
  return { from, to, roles: Object.fromEntries(roles) };
}
