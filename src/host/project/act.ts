import type { ProjectChange } from '#core/edit/change.ts';
import { conflictOf } from '#core/edit/conflict.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { LeftOut } from '#core/edit/left-out.ts';
import { fallbackOf } from '#core/edit/schema/fallback.ts';
import type { Orphans } from '#core/edit/schema/hand-back.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { DocumentId } from '#core/model/ids.ts';
import { inParallel } from '../store/in-parallel.ts';
import { type EntryHead, encodeEntry } from '../store/log-line.ts';
import { StoreError } from '../store/store-error.ts';
import { carryOut } from './carry-out.ts';
import { checkAction } from './check-action.ts';
import { concernedSets } from './concerned-sets.ts';
import type { Project } from './project.ts';
import type { StoredProjectChange } from './project-format.ts';
import type { ProjectAction } from './session.ts';
import { type KnownParts, keysOf, partOf, requireFollows, type SetPart } from './set-part.ts';
import type { Steps } from './steps.ts';
import { idOf } from './summary-index.ts';
import { viewOf } from './view.ts';

/** What came of a project-wide action. */
export interface Acted {
  readonly seq: number;
  /** What could not be done because it was worked on since. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Carries out a project-wide action: checked as a whole, made durable by one line of `project.log`,
 * then brought into all files. Inside the queue only.
 * @param steps told of two steps for each set that the change names.
 * @throws {StoreError} Before the line is written: nothing happened. After it (`disk`): the project is
 *   read-only, and the action is finished at the next start.
 */
export async function act(project: Project, action: ProjectAction, steps?: Steps): Promise<Acted> {
  const { change, label, code } = action;
  await requireReady(project);
  await checkAction(project, change);
  project.pending = new Map(change.documents?.added.map((entry) => [entry.id, entry]));
  try {
    const sets = await encodeSets(project, change, steps);
    const { name, schema, documents, annotators, merged, migrations = [] } = change;
    const fallback = schema ? fallbackOf(schema[0], schema[1], migrations) : undefined;
    const stored: StoredProjectChange = {
      ...(name ? { name: [name[0], name[1]] } : {}),
      ...(schema ? { schema: [schema[0], schema[1]] } : {}),
      ...(documents ? { documents: copyDocuments(documents) } : {}),
      ...(sets.length > 0 ? { sets } : {}),
      ...(annotators ? { annotators: [...annotators] } : {}),
      ...(merged ? { merged: [...merged] } : {}),
      ...(migrations.length > 0 ? { migrations: [...migrations] } : {}),
      ...(fallback ? { fallback: change.fallback ?? fallback } : {}),
    };
    const concerned = schema ? await concernedSets(project, schema[0], schema[1], migrations) : [];
    return await commit(project, { label, code }, stored, null, concerned, steps);
  } finally {
    project.pending = new Map();
  }
}

/**
 * Writes the line of an action and carries it out.
 * @param reverts number of the action whose parts are taken back; `null` where it is no undo or redo.
 * @param others sets that may have a part besides those that the change names.
 */
export async function commit(
  project: Project,
  meta: Pick<EntryHead, 'label' | 'code' | 'undoes' | 'redoes'>,
  change: StoredProjectChange,
  reverts: number | null,
  others: readonly SetKey[],
  steps?: Steps,
): Promise<Acted> {
  const { log, me, now, emit } = project.parts;
  const { touched, parts } = await touchedSets(project, change, reverts, others);
  const seq = Math.max(log.last, project.manifest.revision) + 1;
  const head: EntryHead = { seq, at: now().toISOString(), by: me.id, ...meta };
  const whole: StoredProjectChange = touched.length > 0 ? { ...change, touched } : change;
  await log.append(encodeEntry(head, whole));
  project.stack.add(head);

  let leftOut: readonly LeftOut[];
  try {
    leftOut = await carryOut(project, { head, change: whole, reverts }, parts, steps);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    project.freeze(
      `‘${meta.label}’ is recorded, but could not be brought into all files: ${why} Close the project and open it again to finish it.`,
    );
    throw error;
  } finally {
    project.news.tell();
    emit('project.changed', viewOf(project));
  }
  await showSets(project, change.documents?.added.map(({ id }) => id) ?? []);
  return { seq, leftOut };
}

/** Tells of the sets of documents that came, or came back from the trash. */
async function showSets(project: Project, documents: readonly DocumentId[]): Promise<void> {
  if (documents.length === 0) return;
  const { summaries, emit } = project.parts;
  await summaries.scan({
    ...{ documents, isCleaning: false, isStopped: () => project.isClosed },
    ...{ isOpen: () => false, onFound: () => undefined },
  });
  const found = summaries.of(new Set(documents));
  if (found.length > 0) emit('project.summaries', found);
}

/** @throws {StoreError} where nothing can be written, or another program changed the project's files. */
export async function requireReady(project: Project): Promise<void> {
  project.requireWritable();
  await project.lock?.requireHeld();
  await project.parts.log.requireUntouched();
  await project.parts.manifestFile.requireUntouched();
  await project.parts.schemaFile.requireUntouched();
}

/**
 * Which sets the action changes besides those written out in it, and the parts of those that are open.
 * @throws {StoreError} `refused`
 */
async function touchedSets(
  project: Project,
  change: StoredProjectChange,
  reverts: number | null,
  others: readonly SetKey[],
): Promise<{ touched: SetKey[]; parts: KnownParts }> {
  const written = new Set((change.sets ?? []).map(idOf));
  const keys = new Map([...keysOf(change), ...others].map((key) => [idOf(key), key]));
  const touched: SetKey[] = [];
  const parts = new Map<string, { revision: number; part: SetPart }>();
  const orphans = { spans: 0, relations: 0, labels: 0 };
  await inParallel(keys, async ([id, key]) => {
    if (written.has(id) && !change.schema) return;
    await project.pool.visit(key, async (set) => {
      if (change.schema) requireFollows(set);
      const part = await partOf(set, change, reverts);
      if (project.pool.get(key) === set) parts.set(id, { revision: set.revision, part });
      orphans.spans += part.orphans.spans;
      orphans.relations += part.orphans.relations;
      orphans.labels += part.orphans.labels;
      if (isEmpty(part.change) || written.has(id)) return;
      set.requireWritable();
      touched.push(key);
    });
  });
  requireNoOrphans(orphans);
  return { touched, parts };
}

function requireNoOrphans({ spans, relations, labels }: Orphans): void {
  const counted = [count(spans, 'span'), count(relations, 'relation'), count(labels, 'label')];
  const what = counted.filter((text) => text !== '').join(', ');
  if (what === '') return;
  throw new StoreError({
    code: 'refused',
    message: `This would leave ${what} without a type in the schema. Give them another type, or delete them, first.`,
  });
}

function count(n: number, noun: string): string {
  return n === 0 ? '' : `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

/** The sets' changes in the form of the disk. @throws {StoreError} `stale`, `read-only` */
async function encodeSets(project: Project, change: ProjectChange, steps?: Steps) {
  const sets: NonNullable<StoredProjectChange['sets']> = [];
  await inParallel(change.sets ?? [], async ({ documentId, annotatorId, change: own }) => {
    steps?.looked();
    await project.pool.visit({ documentId, annotatorId }, async (set) => {
      set.requireWritable();
      if (conflictOf(set.index, own) !== undefined)
        throw new StoreError({
          code: 'stale',
          message: `${set.state.place.name} is no longer what this action expects.`,
        });
      sets.push({ documentId, annotatorId, change: set.state.codec.encodeChange(own) });
    });
  });
  return sets;
}

function copyDocuments({ added, removed, updated }: NonNullable<ProjectChange['documents']>) {
  return {
    added: [...added],
    removed: [...removed],
    updated: updated.map(([a, b]): [typeof a, typeof b] => [a, b]),
  };
}
