import type { SetReader } from '../../model/annotation-set.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { ok, type Result } from '../../result.ts';
import { type EditError, refuse } from '../edit-error.ts';

/** The span of that id, or a refusal. */
export function findSpan(set: SetReader, id: RecordId): Result<Span, EditError> {
  const record = set.get(id);
  return record?.kind === 'span'
    ? ok(record)
    : refuse('no-such-record', 'This span does not exist any more.', id);
}

/** The relation of that id, or a refusal. */
export function findRelation(set: SetReader, id: RecordId): Result<Relation, EditError> {
  const record = set.get(id);
  return record?.kind === 'relation'
    ? ok(record)
    : refuse('no-such-record', 'This relation does not exist any more.', id);
}

/** The span or relation of that id, or a refusal. */
export function findAnnotation(set: SetReader, id: RecordId): Result<Span | Relation, EditError> {
  const record = set.get(id);
  return record?.kind === 'span' || record?.kind === 'relation'
    ? ok(record)
    : refuse('no-such-record', 'This annotation does not exist any more.', id);
}
