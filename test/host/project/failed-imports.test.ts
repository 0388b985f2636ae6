import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportChoice } from '#api/calls/imports.ts';
import { applyImport } from '#host/imports/apply.ts';
import { look } from '#host/imports/look.ts';
import { Ticket } from '#host/imports/tickets.ts';
import { openReadOnly } from '#host/merge/source.ts';
import { openProject } from '#host/project/open-project.ts';
import { OpenSession } from '#host/project/project-session.ts';
import { type Files, nodeFiles } from '#host/store/files.ts';
import { faultyFiles, KillableFiles, systemError } from '../faulty-files.ts';
import { ANNA, filesBelow, TestWindow, temporaryFolder } from '../workspace.ts';

const now = () => new Date('2026-01-01T12:00:00.000Z');
const job = { signal: new AbortController().signal, progress: () => undefined };
const CHOICE: ImportChoice = {
  ...{ sources: [], mapping: null, annotators: {}, copies: [], without: [] },
};

async function open(folder: string, files: Files): Promise<OpenSession> {
  const options = { folder, files, now, me: ANNA, host: 'test', emit: () => undefined };
  const opened = await openProject({ ...options, mode: 'take-over' });
  if (opened.state !== 'open') throw new Error('locked');
  await opened.project.background;
  return new OpenSession(opened.project);
}

/** Bytes of all files below a folder. */
async function bytesOf(folder: string) {
  const names = await filesBelow(folder);
  return Promise.all(
    names.map(async (name) => [name, (await readFile(join(folder, name))).toString('hex')]),
  );
}

/** Imports a text with annotations, and two texts of one file. */
async function importInto(session: OpenSession): Promise<boolean> {
  const folder = await temporaryFolder();
  const given = {
    'new.txt': 'Dora lives in Oslo. 😀',
    'new.ann': 'T1\tGene 0 4\tDora\nT2\tPlace 14 18\tOslo\n',
    'names.conll':
      '-DOCSTART- -X- O O\n\nEva NNP O B-PER\n\n-DOCSTART- -X- O O\n\nFay NNP O B-PER\n',
  };
  for (const [name, text] of Object.entries(given)) await writeFile(join(folder, name), text);
  const looked = await look([folder], job);
  if (!looked.ok) throw new Error(looked.error.message);
  const ticket = new Ticket('ticket', looked.value);
  const tools = { job, now, random: Math.random };
  return (await applyImport(session, ticket, CHOICE, tools)).ok;
}

/** All that the documents are made of, as far as it can be read. */
async function contentsOf(session: OpenSession) {
  const documents = [];
  for (const { id, name } of session.manifest.documents) {
    const [text, source, details] = await Promise.all([
      session.readText(id),
      session.readSource(id),
      session.readDetails(id),
    ]);
    documents.push({ name, isWhole: text.ok && source.ok && details.ok });
  }
  const sets = await session.listSets();
  return { documents, sets: sets.length };
}

test('a disk that fails at any one step of an import: whole or not at all, at the latest at the next start', async () => {
  const window = new TestWindow(await temporaryFolder());
  await window.project({ 'a.txt': 'Ada met Ben.' });
  const { path } = window;
  await window.call('project.close', null);
  const seen = { whole: 0, none: 0 };
  for (let n = 1; ; n++) {
    const copy = join(await temporaryFolder(), 'project');
    await cp(path, copy, { recursive: true });
    let left = Number.POSITIVE_INFINITY;
    const files = faultyFiles(() => {
      if (--left === 0) throw systemError('EIO');
      return undefined;
    });
    const session = await open(copy, files);
    left = n;
    const isDone = await importInto(session);
    const hasFailed = left <= 0;
    left = Number.POSITIVE_INFINITY;
    await session.close();

    const again = await open(copy, nodeFiles);
    const { documents, sets } = await contentsOf(again);
    await again.close();
    expect([n, documents.filter(({ isWhole }) => !isWhole)]).toEqual([n, []]);
    expect([1, 4]).toContain(documents.length);
    if (isDone) expect(documents).toHaveLength(4);
    expect([n, sets]).toEqual([n, documents.length === 4 ? 3 : 0]);
    expect((await filesBelow(copy)).filter((name) => name.includes('.incoming'))).toEqual([]);
    seen[documents.length === 4 ? 'whole' : 'none']++;
    if (!hasFailed) break;
  }
  expect(seen.none).toBeGreaterThan(0);
  expect(seen.whole).toBeGreaterThan(1);
}, 60_000);

test('an import that a kill left unfinished is shown whole where nothing may be written, and no byte is', async () => {
  const window = new TestWindow(await temporaryFolder());
  await window.project({ 'a.txt': 'Ada met Ben.' });
  const { path } = window;
  await window.call('project.close', null);
  let shown = 0;
  for (let n = 40; ; n++) {
    const copy = join(await temporaryFolder(), 'project');
    await cp(path, copy, { recursive: true });
    const killable = new KillableFiles();
    const session = await open(copy, killable.files);
    killable.dieAt(n);
    await importInto(session).catch(() => false);
    if (!killable.isDead) break;
    session.project.isClosed = true;
    session.project.freeze('killed');

    const before = await bytesOf(copy);
    const looking = await openReadOnly(copy, now);
    const { documents } = await contentsOf(looking);
    await looking.close();
    expect([n, documents.filter(({ isWhole }) => !isWhole)]).toEqual([n, []]);
    expect(await bytesOf(copy)).toEqual(before);
    if (documents.length === 4) shown++;
  }
  expect(shown).toBeGreaterThan(1);
}, 60_000);
