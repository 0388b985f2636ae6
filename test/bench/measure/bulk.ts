import type { Page } from '@playwright/test';
import type { ProjectView } from '#api/calls/project.ts';
import { within } from './edits.ts';
import { freshFolder } from './fresh-folder.ts';
import { openDocument, openProject, startApp } from './window.ts';

export interface Bulk {
  /** How many spans changed at once. */
  readonly spans: number;
  /** Milliseconds until the window shows it, and until it shows that taken back. */
  readonly change: number;
  readonly undo: number;
}

/** Renames two types of a large document, which changes each of their spans, and takes it back. */
export async function measureBulk(project: string): Promise<Bulk> {
  const { bench, remove } = await openIn(project);
  try {
    const { page } = bench;
    await openDocument(page);
    const change = await within(renameTwoTypes(page), 'the renamed types');
    await page.evaluate(async () => {
      await window.bench.settle(performance.now(), 1_000);
      const isBack = () => document.querySelector('.cm-editor [aria-label^="New "]') === null;
      window.bench.watch('keydown', isBack);
    });
    await page.keyboard.press('Control+z');
    const { paint } = await within(
      page.evaluate(() => window.bench.seen),
      'undo of the names',
    );
    return { ...change, undo: paint };
  } finally {
    await remove();
  }
}

/** Starts the app with a project open. */
export async function openIn(project: string) {
  const folder = await freshFolder();
  const { bench } = await startApp(folder.path);
  const remove = async () => {
    await bench.close();
    await folder.remove();
  };
  await openProject(bench, project);
  return { bench, remove };
}

function renameTwoTypes(page: Page): Promise<{ spans: number; change: number }> {
  return page.evaluate(async () => {
    const { call } = window.glossator;
    const view = JSON.parse(await call('project.view', null));
    const { schema } = view.value as ProjectView;
    const names = schema.entityTypes.slice(0, 2).map(({ name }) => name);
    const renamed = (name: string) => (names.includes(name) ? `New ${name}` : name);
    const migrations = names.map((from) => ({
      kind: 'rename-entity-type' as const,
      from,
      to: renamed(from),
    }));
    const entityTypes = schema.entityTypes.map((type) => ({ ...type, name: renamed(type.name) }));
    const preview = JSON.parse(await call('schema.preview', { migrations }));
    const start = performance.now();
    const next = { ...schema, entityTypes };
    void call('schema.edit', { label: 'Rename', schema: next, migrations });
    do await window.bench.frame();
    while (document.querySelector('.cm-editor [aria-label^="New "]') === null);
    const change = performance.now() - start;
    return { spans: preview.ok ? preview.value.spans : Number.NaN, change };
  });
}
