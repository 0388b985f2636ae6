import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportChoice } from '#api/calls/imports.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { IMPORTED } from '#core/formats/dataset.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { applyImport } from '#host/imports/apply.ts';
import { look } from '#host/imports/look.ts';
import { Ticket } from '#host/imports/tickets.ts';
import { act } from '#host/project/act.ts';
import { openProject } from '#host/project/open-project.ts';
import type { Project } from '#host/project/project.ts';
import { OpenSession } from '#host/project/project-session.ts';
import { undoAction } from '#host/project/undo-action.ts';
import { sha256Of } from '#host/store/durable-adapter.ts';
import { type Files, nodeFiles } from '#host/store/files.ts';
import { KillableFiles } from '../faulty-files.ts';
import { ANNA, adding, BEN, filesBelow, span, TestWindow, temporaryFolder } from '../workspace.ts';

const now = () => new Date('2026-01-01T12:00:00.000Z');

/** A project of two documents with the sets of two people. */
async function original(): Promise<string> {
  const folder = await temporaryFolder();
  const window = new TestWindow(folder);
  const entries = await window.project({ 'a.txt': 'Ada met Ben. 😀', 'b.txt': 'Bea met Cy.' });
  const { path } = window;
  for (const [me, one] of [
    [ANNA, window],
    [BEN, new TestWindow(folder, BEN)],
  ] as const) {
    await one.call('project.open', { path, mode: 'ask' });
    for (const { id: documentId } of entries)
      await one.call('annotations.commit', {
        ...{ documentId, annotatorId: me.id, base: 0, label: 'Tag', code: 'tag' },
        change: adding(span('s1', 0, 3), span('s2', 8, 10, 'Role')),
      });
    await one.call('project.close', null);
  }
  return path;
}

async function open(folder: string, files: Files): Promise<Project> {
  const options = { folder, files, now, me: ANNA, host: 'test', emit: () => undefined };
  const opened = await openProject({ ...options, mode: 'take-over' });
  if (opened.state !== 'open') throw new Error('locked');
  return opened.project;
}

/** Everything that an action may change. */
async function stateOf(project: Project) {
  const session = new OpenSession(project);
  const sets: Record<string, unknown> = {};
  for (const { id: documentId } of [
    ...project.manifest.documents,
    ...project.manifest.trash.map(({ document }) => document),
  ])
    for (const { id: annotatorId } of [ANNA, BEN, IMPORTED]) {
      const set = await session.readSet({ documentId, annotatorId });
      if (!set.ok) throw new Error(set.error.message);
      const records = [...set.value.index.all()].sort((a, b) => (a.id < b.id ? -1 : 1));
      sets[`${documentId}/${annotatorId}`] = records;
    }
  const { documents, trash } = project.manifest;
  const texts = await Promise.all(documents.map(({ id }) => session.readText(id)));
  const sources = await Promise.all(documents.map(({ id }) => session.readSource(id)));
  const details = await Promise.all(documents.map(({ id }) => session.readDetails(id)));
  return { documents, trash, schema: project.schema, sets, texts, sources, details };
}

const queued = <Value>(project: Project, work: () => Promise<Value>) =>
  project.parts.queue.run(work);

const rename = (project: Project) => {
  const { schema } = project;
  const entityTypes = schema.entityTypes.map((type) =>
    type.name === 'Person' ? { ...type, name: 'Human' } : type,
  );
  const migrations = [{ kind: 'rename-entity-type', from: 'Person', to: 'Human' }] as const;
  const change = {
    schema: [schema, { ...schema, entityTypes, relationTypes: [] }] as const,
    migrations,
  };
  return queued(project, () => act(project, { label: 'Rename', code: 'schema.edit', change }));
};

const imported = async (project: Project) => {
  const session = new OpenSession(project);
  const added: DocumentEntry[] = [];
  for (const name of ['c', 'd']) {
    const text = `Text of ${name}.`;
    const sha256 = sha256Of(text);
    const source = { name: `${name}.txt`, file: 'source.txt', encoding: 'utf-8' as const };
    added.push({
      ...{ id: name, name, textSha256: sha256, length: text.length },
      ...{ source: { ...source, hasBom: false, sha256 }, importedAt: now().toISOString() },
    });
    const files = { documentId: name, text, source: Buffer.from(text), sourceFile: 'source.txt' };
    const staged = await session.stageDocument(files);
    if (!staged.ok) throw new Error(staged.error.message);
  }
  const change = { documents: { added, removed: [], updated: [] } };
  return queued(project, () => act(project, { label: 'Import', code: 'documents.import', change }));
};

/** Files of other programs: new texts with annotations, two texts in one file, and one that is there already. */
async function foreignFiles(): Promise<string> {
  const folder = await temporaryFolder();
  const pairs = {
    'new.txt': 'Dora lives in Oslo. 😀',
    'new.ann': 'T1\tGene 0 4\tDora\nT2\tPlace 14 18\tOslo\nR1\tlives-in Arg1:T1 Arg2:T2\n',
    'known.txt': 'Ada met Ben. 😀',
    'known.ann': 'T1\tPerson 0 3\tAda\nT2\tGene 4 7\tmet\n',
    'names.conll':
      '-DOCSTART- -X- O O\n\nEva NNP O B-PER\n\n-DOCSTART- -X- O O\n\nFay NNP O B-PER\n',
  };
  for (const [name, text] of Object.entries(pairs)) await writeFile(join(folder, name), text);
  return folder;
}

const job = { signal: new AbortController().signal, progress: () => undefined };
const CHOICE: ImportChoice = {
  sources: [],
  mapping: null,
  annotators: {},
  copies: [],
  without: [],
};

const importedWhole = async (project: Project) => {
  const looked = await look([await foreignFiles()], job);
  if (!looked.ok) throw new Error(looked.error.message);
  const ticket = new Ticket('ticket', looked.value);
  const tools = { job, now, random: Math.random };
  const applied = await applyImport(new OpenSession(project), ticket, CHOICE, tools);
  if (!applied.ok) throw new Error(applied.error.message);
  expect(applied.value).toMatchObject({ received: ['a'], spans: 6, relations: 1 });
  expect(applied.value.added).toHaveLength(3);
};

const finished = async (project: Project) => {
  const sets = [];
  for (const { id: documentId } of project.manifest.documents) {
    const key = { documentId, annotatorId: ANNA.id };
    const set = await new OpenSession(project).readSet(key);
    if (!set.ok) throw new Error(set.error.message);
    const status = { status: 'done' as const, at: now().toISOString() };
    const change = setStatus(set.value.index, project.schema, status);
    if (change.ok) sets.push({ ...key, change: change.value });
  }
  const action = { label: 'Done', code: 'documents.status', change: { sets } };
  return queued(project, () => act(project, action));
};

const removed = (project: Project) => {
  const documents = { added: [], removed: project.manifest.documents.slice(0, 1), updated: [] };
  const action = { label: 'Remove', code: 'documents.remove', change: { documents } };
  return queued(project, () => act(project, action));
};

const undone = (project: Project) => queued(project, () => undoAction(project));

describe.each([
  { name: 'renaming a type', prepare: null, run: rename },
  { name: 'undoing that', prepare: rename, run: undone },
  { name: 'importing documents', prepare: null, run: imported },
  { name: 'undoing that', prepare: imported, run: undone },
  { name: 'importing documents with sets, details and types', prepare: null, run: importedWhole },
  { name: 'undoing that', prepare: importedWhole, run: undone },
  { name: 'giving a status to many', prepare: null, run: finished },
  { name: 'removing a document', prepare: null, run: removed },
])('$name', ({ prepare, run }) => {
  test('killed between any two steps on the disk, happens whole or not at all', async () => {
    const folder = await original();
    if (prepare) {
      const project = await open(folder, nodeFiles);
      await prepare(project);
      await new OpenSession(project).close();
    }
    const before = await open(folder, nodeFiles);
    const stateBefore = await stateOf(before);
    await new OpenSession(before).close();

    let stateAfter: unknown;
    const outcomes = { before: 0, after: 0 };
    // First without a kill, to see how it should end; then killed at each step in turn.
    for (let n = 0; ; n++) {
      const copy = join(await temporaryFolder(), 'project');
      await cp(folder, copy, { recursive: true });
      const killable = new KillableFiles();
      const project = await open(copy, killable.files);
      await project.background;
      if (n > 0) killable.dieAt(n);
      const isDone = await run(project).then(
        () => true,
        () => false,
      );
      if (n > 0 && !killable.isDead) {
        expect(isDone).toBe(true);
        await new OpenSession(project).close();
        break;
      }
      if (n === 0) await new OpenSession(project).close();
      project.isClosed = true;
      project.pool.freeze('killed');
      await project.pool.unsaved.save(); // what was under way has ended

      const again = await open(copy, nodeFiles);
      await again.background;
      const state = await stateOf(again);
      expect(again.problems).toEqual([]);
      await new OpenSession(again).close();
      if (n === 0) stateAfter = state;
      else if (isEqual(state, stateBefore)) outcomes.before++;
      else {
        expect(state).toEqual(stateAfter);
        outcomes.after++;
      }
      const left = (await filesBelow(copy)).filter((name) =>
        /glossator-tmp|\.incoming|lock\.json|damaged|conflict/u.test(name),
      );
      expect(left).toEqual([]);
    }
    expect(stateAfter).not.toEqual(stateBefore);
    expect(outcomes.before).toBeGreaterThan(0);
    expect(outcomes.after).toBeGreaterThan(0);
  }, 60_000);
});

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
