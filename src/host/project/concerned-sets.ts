import type { Migration } from '#core/edit/schema/migration.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Project } from './project.ts';
import type { KnownSet } from './summarize.ts';

/** Names whose uses an edit of the schema concerns. */
interface Names {
  readonly entityTypes: ReadonlySet<string>;
  readonly relationTypes: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** Whether any annotation may be concerned, as with attributes, which subtypes inherit. */
  readonly isAny: boolean;
}

/**
 * Keys of the sets that an edit of the schema may change or leave without a type, the trash's included.
 * Looks at the files' stamps first, and reads what is not as known; other sets need not be opened.
 */
export async function concernedSets(
  project: Project,
  before: Schema,
  after: Schema,
  migrations: readonly Migration[],
): Promise<SetKey[]> {
  const names = namesOf(before, after, migrations);
  const { entityTypes, relationTypes, labels, isAny } = names;
  if (!isAny && entityTypes.size + relationTypes.size + labels.size === 0) return [];
  await lookAtSets(project);
  const all = [...project.parts.summaries.all()];
  return all
    .filter((known) => project.entryOf(known.documentId, true) && isConcerned(known, names))
    .map(({ documentId, annotatorId }) => ({ documentId, annotatorId }));
}

/**
 * Brings the summaries of all sets, the trash's included, up to date with their files, and tells news.
 * @param isCleaning also delete temporary files of killed sessions: for the lock's holder.
 */
export function lookAtSets(project: Project, isCleaning = false): Promise<void> {
  const { documents, trash } = project.manifest;
  return project.parts.summaries.scan({
    documents: [...documents.map(({ id }) => id), ...trash.map(({ document }) => document.id)],
    isCleaning,
    isStopped: () => project.isClosed,
    isOpen: (key) => project.sets?.get(key) !== undefined,
    onFound: (found) => {
      const listed = found.filter(({ documentId }) => project.entryOf(documentId));
      if (listed.length > 0) project.parts.emit('project.summaries', listed);
    },
  });
}

function namesOf(before: Schema, after: Schema, migrations: readonly Migration[]): Names {
  const entityTypes = gone(before.entityTypes, after.entityTypes);
  const relationTypes = gone(before.relationTypes, after.relationTypes);
  const labels = gone(before.documentLabels, after.documentLabels);
  let isAny = false;
  for (const migration of migrations) {
    switch (migration.kind) {
      case 'rename-entity-type':
      case 'merge-entity-types':
        entityTypes.add(migration.from);
        break;
      case 'rename-relation-type':
      case 'merge-relation-types':
        relationTypes.add(migration.from);
        break;
      case 'split-entity-type':
      case 'delete-entity-type':
        entityTypes.add(migration.type);
        break;
      case 'delete-relation-type':
        relationTypes.add(migration.type);
        break;
      case 'rename-label':
        labels.add(migration.from);
        break;
      case 'delete-label':
      case 'rename-label-values':
        labels.add(migration.name);
        break;
      case 'rename-attribute':
      case 'delete-attribute':
      case 'rename-values':
        isAny = true;
        break;
    }
  }
  return { entityTypes, relationTypes, labels, isAny };
}

function isConcerned(known: KnownSet, names: Names): boolean {
  if (known.fault !== null) return true;
  if (names.isAny && known.spans + known.relations > 0) return true;
  return (
    known.entityTypes.some((name) => names.entityTypes.has(name)) ||
    known.relationTypes.some((name) => names.relationTypes.has(name)) ||
    known.labelNames.some((name) => names.labels.has(name))
  );
}

function gone(
  before: readonly { readonly name: string }[],
  after: readonly { readonly name: string }[],
): Set<string> {
  const stay = new Set(after.map(({ name }) => name));
  return new Set(before.map(({ name }) => name).filter((name) => !stay.has(name)));
}
