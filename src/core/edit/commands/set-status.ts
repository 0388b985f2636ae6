import type { SetReader } from '../../model/annotation-set.ts';
import { type DocumentStatus, STATUS_ID, type Status } from '../../model/document-status.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';

/**
 * Says how far the annotator is with the document. The same status again changes nothing.
 * @param at when: ISO 8601, UTC.
 */
export function setStatus(
  set: SetReader,
  _schema: Schema,
  { status, at }: { status: Status; at: string },
): Result<Change, EditError> {
  const before = set.get(STATUS_ID);
  if (before?.kind === 'status' ? before.status === status : status === 'new') {
    return ok(changeOf([]));
  }
  const after: DocumentStatus = { kind: 'status', id: STATUS_ID, status, at };
  return ok(changeOf([[STATUS_ID, before, after]]));
}
