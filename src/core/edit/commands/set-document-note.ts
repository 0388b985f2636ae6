import type { SetReader } from '../../model/annotation-set.ts';
import { type DocumentNote, NOTE_ID } from '../../model/document-note.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';

/** Writes the note on the document; an empty one takes it away. */
export function setDocumentNote(
  set: SetReader,
  _schema: Schema,
  { text }: { text: string },
): Result<Change, EditError> {
  const note: DocumentNote | undefined =
    text === '' ? undefined : { kind: 'note', id: NOTE_ID, text };
  return ok(changeOf([[NOTE_ID, set.get(NOTE_ID), note]]));
}
