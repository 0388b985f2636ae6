import type { Change } from '#core/edit/change.ts';
import { addRelation } from '#core/edit/commands/add-relation.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { removeRange } from '#core/edit/commands/remove-range.ts';
import { removeRelation } from '#core/edit/commands/remove-relation.ts';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { retypeRelation } from '#core/edit/commands/retype-relation.ts';
import { retypeSpan } from '#core/edit/commands/retype-span.ts';
import { reverseRelation } from '#core/edit/commands/reverse-relation.ts';
import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import { setDocumentNote } from '#core/edit/commands/set-document-note.ts';
import { setLabel } from '#core/edit/commands/set-label.ts';
import { setNote } from '#core/edit/commands/set-note.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { describeChange } from '#core/edit/describe.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import type { Status } from '#core/model/document-status.ts';
import type { RecordId, RelationId, SpanId } from '#core/model/ids.ts';
import type { Ranges } from '#core/model/range.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { edit } from '../state/edit.ts';
import { newRelationId, newSpanId } from '../state/ids.ts';
import { select } from '../state/select.ts';
import { useSession } from '../state/session.ts';

type Command<Args> = (set: SetIndex, schema: Schema, args: Args) => Result<Change, Problem>;

/** Carries out a command on the open set, named by what it does. @returns whether it was done. */
function run<Args>(command: Command<Args>, args: Args, code: string): boolean {
  const { document, project } = useSession.getState();
  if (!(document && project)) return false;
  const result = command(document.index, project.schema, args);
  const label = result.ok ? describeChange(document.index, result.value, document.text) : '';
  return edit(result, label, code);
}

/** Gives a span another type. */
export function changeSpanType(spanId: SpanId, type: string): boolean {
  return run(retypeSpan, { spanId, type }, 'span.retype');
}

/** Tags words and selects the span. */
export function tagWords(ranges: Ranges, type: string): boolean {
  const id = newSpanId();
  const isDone = run(addSpan, { id, type, ranges }, 'span.add');
  if (isDone) select({ kind: 'span', id });
  return isDone;
}

/** Takes one range out of a discontinuous span. @param at a place in the range, UTF-16. */
export function removeSpanRange(spanId: SpanId, at: number): boolean {
  return run(removeRange, { spanId, at }, 'span.removeRange');
}

/** Deletes a span with its relations. */
export function deleteSpan(spanId: SpanId): boolean {
  const isDone = run(removeSpan, { spanId }, 'span.remove');
  if (isDone) select(null);
  return isDone;
}

/** Relates two spans and selects the relation. */
export function relate(type: string, from: SpanId, to: SpanId): boolean {
  const id = newRelationId();
  const isDone = run(addRelation, { id, type, from, to }, 'relation.add');
  if (isDone) select({ kind: 'relation', id });
  return isDone;
}

/** Gives a relation another type. */
export function changeRelationType(relationId: RelationId, type: string): boolean {
  return run(retypeRelation, { relationId, type }, 'relation.retype');
}

/** Turns a relation round. */
export function reverse(relationId: RelationId): boolean {
  return run(reverseRelation, { relationId }, 'relation.reverse');
}

/** Deletes a relation; its spans stay. */
export function deleteRelation(relationId: RelationId): boolean {
  const isDone = run(removeRelation, { relationId }, 'relation.remove');
  if (isDone) select(null);
  return isDone;
}

/** Gives an attribute of a span or relation a value; `undefined` takes it away. */
export function changeAttribute(id: RecordId, name: string, value: AttributeValue | undefined) {
  return run(setAttribute, { id, name, value }, 'attribute.set');
}

/** Writes the note of a span or relation. */
export function changeNote(id: RecordId, note: string): boolean {
  return run(setNote, { id, note }, 'note.set');
}

/** Writes the note on the document. */
export function changeDocumentNote(text: string): boolean {
  return run(setDocumentNote, { text }, 'document.note');
}

/** Gives the document a label; `undefined` takes it away. */
export function changeLabel(name: string, value: AttributeValue | undefined): boolean {
  return run(setLabel, { name, value }, 'label.set');
}

/** Says how far the annotator is with the open document. */
export function changeStatus(status: Status): boolean {
  return run(setStatus, { status, at: new Date().toISOString() }, 'status.set');
}
