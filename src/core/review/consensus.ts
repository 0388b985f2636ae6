import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { AnnotatorId, SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { SpanItem } from './align-spans.ts';
import type { Compared } from './differences.ts';
import { type Version, versionsOf } from './versions.ts';

/** What annotators agree on, as records of the adjudicated set; and what is left for a person to decide. */
export interface Consensus {
  readonly records: readonly AnnotationRecord[];
  /** Id of the adopted span by its item. */
  readonly spanIds: ReadonlyMap<SpanItem, SpanId>;
  /** In the order of the comparison. */
  readonly open: readonly Compared[];
}

/** Makes ids for new records: of a span, or of a relation. */
export type MakeId = (kind: 'span' | 'relation') => string;

/**
 * Takes over what enough annotators see exactly alike: ranges, type and attributes of spans; types, ends and
 * attributes of relations both of whose ends are taken over; values of labels. That enough of them marked
 * nothing is agreement, too: such things are neither taken over nor left open.
 * @param everyone all who were compared.
 * @param enough how many; more than half of them, so that two versions cannot both have it.
 */
export function consensusOf(
  all: readonly Compared[],
  everyone: readonly AnnotatorId[],
  enough: number,
  makeId: MakeId,
): Consensus {
  const records: AnnotationRecord[] = [];
  const spanIds = new Map<SpanItem, SpanId>();
  const open: Compared[] = [];
  for (const compared of all) {
    const [version] = versionsOf(compared, everyone);
    if (!version || version.annotators.length < enough) open.push(compared);
    else if (version.records.size > 0) {
      const record = adopted(compared, version, spanIds, makeId);
      if (record) records.push(record);
      else open.push(compared);
      if (record?.kind === 'span' && compared.about === 'span') {
        spanIds.set(compared.item, record.id);
      }
    }
  }
  return { records, spanIds, open };
}

/** More than half of so many annotators. */
export const majorityOf = (annotators: number): number => Math.floor(annotators / 2) + 1;

/** The record that a version becomes; `undefined` for a relation one of whose ends was not taken over. */
export function adopted(
  compared: Compared,
  version: Version,
  spanIds: ReadonlyMap<SpanItem, SpanId>,
  makeId: MakeId,
): AnnotationRecord | undefined {
  const [annotatorId] = version.records.keys();
  if (annotatorId === undefined) return undefined;
  if (compared.about === 'span') {
    const span = compared.item.members.get(annotatorId);
    return span && copyOf(span, makeId('span'));
  }
  if (compared.about === 'label') return compared.item.members.get(annotatorId);
  const placed = compared.item.members.get(annotatorId);
  const from = placed && spanIds.get(placed.from);
  const to = placed && spanIds.get(placed.to);
  if (!placed || from === undefined || to === undefined) return undefined;
  return { ...copyOf(placed.relation, makeId('relation')), from, to };
}

/** Notes are their writer's, not part of what is agreed on. */
function copyOf<Record extends Span | Relation>(record: Record, id: string): Record {
  return { ...record, id, note: '' };
}
