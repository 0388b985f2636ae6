import type { ProjectChange } from '#core/edit/change.ts';
import { isSame } from '#core/edit/same.ts';
import { isFileId } from '../store/set-place.ts';
import { StoreError } from '../store/store-error.ts';
import type { Project } from './project.ts';

/**
 * Makes sure that a project-wide action fits the project as it is.
 * @throws {StoreError} `stale`, `bad-request`, `not-found`
 */
export async function checkAction(project: Project, change: ProjectChange): Promise<void> {
  const { documents, schema } = change;
  if (schema && !isSame(schema[0], project.schema))
    throw stale('The schema is no longer what this edit expects. Look at it again.');
  if (!documents) return;

  const seen = new Set<string>();
  const { texts } = project.parts;
  for (const entry of documents.added) {
    const { id, name } = entry;
    const isTwice = seen.has(id.toLowerCase()) || project.entryOf(id) !== undefined;
    seen.add(id.toLowerCase());
    if (isTwice) throw stale(`The project has a document with the id ${id} already.`);
    if (!isFileId(id)) throw bad(`A document cannot have the id ‘${id}’.`);
    if (!(await texts.has(id)) || !(await texts.hasSource(entry)))
      throw new StoreError({
        code: 'not-found',
        message: `The files of ‘${name}’ are not in the project, so it cannot be added.`,
        place: { id },
      });
  }
  for (const entry of documents.removed) project.requireEntry(entry.id);
  for (const [before, after] of documents.updated) {
    if (!isSame(project.requireEntry(before.id), before))
      throw stale(`The document ‘${before.name}’ is no longer what this edit expects.`);
    if (!isSame({ ...before, name: after.name }, after))
      throw bad('Only the name of a document can be changed.');
  }
}

function stale(message: string): StoreError {
  return new StoreError({ code: 'stale', message });
}

function bad(message: string): StoreError {
  return new StoreError({ code: 'bad-request', message });
}
