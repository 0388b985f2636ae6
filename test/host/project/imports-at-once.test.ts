import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportChoice } from '#api/calls/imports.ts';
import { applyImport } from '#host/imports/apply.ts';
import { look } from '#host/imports/look.ts';
import { Ticket } from '#host/imports/tickets.ts';
import { openProject } from '#host/project/open-project.ts';
import { OpenSession } from '#host/project/project-session.ts';
import { type Files, nodeFiles } from '#host/store/files.ts';
import { ANNA, filesBelow, TestWindow, temporaryFolder } from '../workspace.ts';

const now = () => new Date('2026-01-01T12:00:00.000Z');
const CHOICE: ImportChoice = {
  ...{ sources: [], mapping: null, annotators: {}, copies: [], without: [] },
};

async function session(files: Files): Promise<OpenSession> {
  const window = new TestWindow(await temporaryFolder());
  await window.project({ 'a.txt': 'Ada met Ben.' });
  const folder = window.path;
  await window.call('project.close', null);
  const options = { folder, files, now, me: ANNA, host: 'test', emit: () => undefined };
  const opened = await openProject({ ...options, mode: 'take-over' });
  if (opened.state !== 'open') throw new Error('locked');
  await opened.project.background;
  return new OpenSession(opened.project);
}

/** Two texts of one file, which they share. */
async function filesOf(...words: string[]): Promise<string> {
  const folder = await temporaryFolder();
  const documents = words.map((word) => `-DOCSTART- -X- O O\n\n${word} NNP O B-PER\n`);
  await writeFile(join(folder, 'names.conll'), documents.join('\n'));
  return folder;
}

async function importFrom(open: OpenSession, folder: string, signal: AbortSignal) {
  const job = { signal, progress: () => undefined };
  const looked = await look([folder], job);
  if (!looked.ok) throw new Error(looked.error.message);
  const tools = { job, now, random: Math.random };
  return applyImport(open, new Ticket('ticket', looked.value), CHOICE, tools);
}

/** Lets the n-th step that makes a staged file wait until it is told to go on. */
function waiting(n: number) {
  let left = n;
  let reached: () => void = () => undefined;
  let go: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const mayGo = new Promise<void>((resolve) => {
    go = resolve;
  });
  const open: Files['open'] = async (path, flags, mode) => {
    if (flags === 'wx' && String(path).includes('.incoming-') && --left === 0) {
      reached();
      await mayGo;
    }
    return nodeFiles.open(path, flags, mode);
  };
  return { files: { ...nodeFiles, open }, isReached, go };
}

test.each([1, 2, 3, 4, 5])(
  'an import that is stopped late takes nothing from the one begun meanwhile (step %i)',
  async (n) => {
    const gate = waiting(n);
    const open = await session(gate.files);
    const stop = new AbortController();
    const first = importFrom(open, await filesOf('Eva', 'Fay'), stop.signal).catch(() => null);
    await Promise.race([gate.isReached, first]);
    stop.abort();
    const second = importFrom(open, await filesOf('Eva', 'Fay'), new AbortController().signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    gate.go();
    await first;
    const done = await second;
    for (const { id } of open.manifest.documents) {
      expect(await open.readText(id)).toMatchObject({ ok: true });
      expect(await open.readSource(id)).toMatchObject({ ok: true });
    }
    expect(open.manifest.documents).toHaveLength(done.ok ? 3 : 1);
    await open.close();
    const again = await openProject({
      ...{ folder: open.folder, now, me: ANNA, host: 'test', emit: () => undefined },
      mode: 'ask',
    });
    if (again.state === 'open') await new OpenSession(again.project).close();
    expect((await filesBelow(open.folder)).filter((name) => name.includes('.incoming'))).toEqual(
      [],
    );
    if (!done.ok) expect(await readdir(join(open.folder, 'sources')).catch(() => [])).toEqual([]);
  },
);
