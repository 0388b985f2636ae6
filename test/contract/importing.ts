import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportChoice, ImportLook, ImportPreview } from '#api/calls/imports.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { ANNA, adding, span, TestWindow, temporaryFolder } from '../host/workspace.ts';

/** Everything as it was found. */
export const ALL: ImportChoice = {
  sources: [],
  mapping: null,
  annotators: {},
  copies: [],
  without: [],
};
export const job = 'import';

/** A folder with these files. */
export async function filesWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** A text with annotations of brat. */
export const PAIR = {
  'a.txt': 'Ada met Ben in Oslo. 😀',
  'a.ann':
    'T1\tPER 0 3\tAda\nT2\tPER 8 11\tBen\nT3\tGene 15 19\tOslo\nR1\tmeets Arg1:T1 Arg2:T2\nA1\tSure T1 yes\n',
};

/** What was looked at, on its way into a project. */
export class Importing {
  readonly window: TestWindow;
  readonly look: ImportLook;

  constructor(window: TestWindow, look: ImportLook) {
    this.window = window;
    this.look = look;
  }

  preview(choice: Partial<ImportChoice> = {}): Promise<ImportPreview> {
    const { ticket } = this.look;
    return this.window.call('import.preview', { ticket, choice: { ...ALL, ...choice }, job });
  }

  apply(choice: Partial<ImportChoice> = {}) {
    const { ticket } = this.look;
    return this.window.call('import.apply', { ticket, choice: { ...ALL, ...choice }, job });
  }
}

/** Looks at a folder with these files. */
export async function lookAt(window: TestWindow, files: Readonly<Record<string, string>>) {
  const paths = [await filesWith(files)];
  return new Importing(window, await window.call('import.look', { paths, job }));
}

/** A window with a new project. */
export async function projectWindow(): Promise<TestWindow> {
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.create', { name: 'Letters' });
  return window;
}

/** A project in which something is tagged, so that its schema stays. */
export async function usedProject(): Promise<{ window: TestWindow; entry: DocumentEntry }> {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': PAIR['a.txt'] });
  if (!entry) throw new Error('no document');
  await window.call('annotations.commit', {
    ...{ documentId: entry.id, annotatorId: ANNA.id, base: 0, label: 'Tag', code: 'tag' },
    change: adding(span('s1', 0, 3)),
  });
  return { window, entry };
}
