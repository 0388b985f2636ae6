import type { ProjectChange } from '#core/edit/change.ts';
import { isSame } from '#core/edit/same.ts';
import type { Schema } from '#core/model/schema.ts';
import { StoreError } from '../store/store-error.ts';
import { redoLabel, undoLabel } from '../store/undo-stack.ts';
import { type Acted, commit, requireReady } from './act.ts';
import { invertDocuments } from './apply-project-change.ts';
import { readAction } from './carry-out.ts';
import { concernedSets } from './concerned-sets.ts';
import type { Project } from './project.ts';
import type { StoredProjectChange } from './project-format.ts';
import { keysOf } from './set-part.ts';

/**
 * Takes back the last project-wide action that is not yet taken back. Inside the queue only.
 * @throws {StoreError} `refused` where annotations would be left without a type, …
 */
export async function undoAction(project: Project): Promise<Acted & { readonly label: string }> {
  const item = project.stack.undo;
  if (!item) throw refused('There is nothing to undo in this project.');
  await requireReady(project);
  const { change } = await readAction(project, item.entry);
  const { name, documents, schema, fallback } = change;
  if (schema) requireSchema(project, schema[1]);
  const back: StoredProjectChange = {
    ...(name ? { name: [name[1], name[0]] } : {}),
    ...(schema ? { schema: [schema[1], schema[0]] } : {}),
    ...(documents ? { documents: fitting(project, invertDocuments(documents)) } : {}),
    ...(fallback ? { fallback } : {}),
  };
  // Sets of documents that go to the trash with their types come back with them.
  const leaving = new Set(back.documents?.removed.map(({ id }) => id));
  const concerned = schema ? await concernedSets(project, schema[1], schema[0], []) : [];
  const staying = concerned.filter(({ documentId }) => !leaving.has(documentId));
  const meta = { label: undoLabel(item.label), code: 'undo', undoes: item.entry };
  const keys = [...keysOf((await readAction(project, item.last)).change), ...staying];
  return { ...(await commit(project, meta, back, item.last, keys)), label: item.label };
}

/** Brings back the last project-wide action that was taken back. Inside the queue only. @throws {StoreError} */
export async function redoAction(project: Project): Promise<Acted & { readonly label: string }> {
  const item = project.stack.redo;
  if (!item) throw refused('There is nothing to redo in this project.');
  await requireReady(project);
  const { change } = await readAction(project, item.entry);
  const { sets: _sets, touched: _touched, documents, schema, migrations = [], ...rest } = change;
  if (schema) requireSchema(project, schema[0]);
  const again: StoredProjectChange = {
    ...rest,
    ...(schema ? { schema } : {}),
    ...(migrations.length > 0 ? { migrations } : {}),
    ...(documents ? { documents: fitting(project, documents) } : {}),
  };
  const concerned = schema ? await concernedSets(project, schema[0], schema[1], migrations) : [];
  const meta = { label: redoLabel(item.label), code: 'redo', redoes: item.entry };
  const keys = [...keysOf((await readAction(project, item.last)).change), ...concerned];
  return { ...(await commit(project, meta, again, item.last, keys)), label: item.label };
}

type Documents = NonNullable<ProjectChange['documents']>;

/** The part that can still be done: what was put in or taken out of the list otherwise stays so. */
function fitting(project: Project, { added, removed, updated }: Documents) {
  return {
    added: added.filter(({ id }) => !project.entryOf(id)),
    removed: removed.flatMap(({ id }) => project.entryOf(id) ?? []),
    updated: updated.flatMap(([before, after]): [typeof before, typeof after][] => {
      const now = project.entryOf(before.id);
      return now && isSame(now, before) ? [[before, after]] : [];
    }),
  };
}

function requireSchema(project: Project, expected: Schema): void {
  if (isSame(project.schema, expected)) return;
  throw refused('The schema was changed outside Glossator since, so this cannot be taken back.');
}

function refused(message: string): StoreError {
  return new StoreError({ code: 'refused', message });
}
