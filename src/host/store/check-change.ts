import type { ApiError } from '#api/problem.ts';
import type { Change } from '#core/edit/change.ts';
import { stepsOf } from '#core/edit/change-of.ts';
import { conflictOf } from '#core/edit/conflict.ts';
import type { AnnotationRecord, SetReader } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import type { RecordId } from '#core/model/ids.ts';
import type { Schema } from '#core/model/schema.ts';
import type { SetCodec } from './set-codec.ts';

/**
 * Checks a change from the window before it is written: it must fit the stored records exactly, keep
 * spans inside the text and relations between spans, and use types that the schema has. Takes time in
 * proportion to the change.
 * @returns why it is not accepted, or `null`.
 */
export function checkChange(
  set: SetReader,
  change: Change,
  codec: SetCodec,
  schema: Schema,
): ApiError | null {
  const conflict = conflictOf(set, change);
  if (conflict !== undefined)
    return {
      code: 'stale',
      message: `The annotation ${conflict} is not what this edit expects any more. The document is read again.`,
      place: { id: conflict },
    };
  const after = new Map<RecordId, AnnotationRecord | undefined>();
  for (const [id, , record] of stepsOf(change)) after.set(id, record);
  const isSpan = (id: RecordId) => (after.has(id) ? after.get(id) : set.get(id))?.kind === 'span';
  const isHeld = (spanId: RecordId) =>
    set.relationsOf(spanId).some((relation) => {
      const then = after.has(relation.id) ? after.get(relation.id) : relation;
      return then?.kind === 'relation' && (then.from === spanId || then.to === spanId);
    });

  for (const [id, before, record] of stepsOf(change)) {
    const why = record
      ? faultOf(record, before, codec, schema, isSpan)
      : isHeld(id)
        ? 'a relation would be left without one of its spans'
        : null;
    if (why === null) continue;
    const message = `This edit was not accepted: of the annotation ${id}, ${why}.`;
    return { code: 'bad-request', message, place: { id } };
  }
  return null;
}

function faultOf(
  record: AnnotationRecord,
  before: AnnotationRecord | undefined,
  codec: SetCodec,
  schema: Schema,
  isSpan: (id: RecordId) => boolean,
): string | null {
  if (record.id === '__proto__') return 'the id cannot be used';
  if (before && before.kind !== record.kind) return 'the kind would change';
  if (record.kind === 'label') {
    if (record.id !== labelId(record.name)) return 'the id is not that of its label';
    const isKnown = schema.documentLabels.some(({ name }) => name === record.name);
    return isKnown || before ? null : `the schema has no document label ‘${record.name}’`;
  }
  if (record.kind !== 'span' && record.kind !== 'relation') return null;
  if (Object.hasOwn(record.attributes, '__proto__'))
    return 'an attribute has a name that cannot be used';
  const types: readonly { readonly name: string }[] =
    record.kind === 'span' ? schema.entityTypes : schema.relationTypes;
  const hadType = before?.kind === record.kind && before.type === record.type;
  if (!hadType && !types.some(({ name }) => name === record.type))
    return `the schema has no type ‘${record.type}’`;
  if (record.kind === 'span') return codec.rangeFault(record.ranges);
  return isSpan(record.from) && isSpan(record.to) ? null : 'one of the two spans does not exist';
}
