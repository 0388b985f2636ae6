import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, test, type Workbench } from './fixtures/index.ts';
import { ROOT } from './fixtures/launch.ts';

// A whole book in one document, every capitalised name in it tagged by a script in the project's own
// files, as anyone may: opened, scrolled from end to end, edited in the middle.

interface Book {
  readonly file: string;
  readonly author: string;
  /** A word in its second half that no name is part of. */
  readonly word: string;
  /** What the status line says when the caret is in the middle. */
  readonly middle: RegExp;
  /** It has more names than this. */
  readonly names: number;
}

const BOOKS: readonly Book[] = [
  {
    file: 'war-and-peace-2600-0',
    author: 'Leo Tolstoy',
    word: 'battlefield',
    middle: /^Line [34]\d,\d{3}, offset/u,
    names: 20_000,
  },
  {
    file: 'moby-dick-2701-0',
    author: 'Herman Melville',
    word: 'lantern',
    middle: /^Line 1[0-3],\d{3}, offset/u,
    names: 8000,
  },
];
const NAME = /(?<![.!?”"’]\s+|\n\s*|[\p{L}\p{M}])\p{Lu}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]+)*/gu;

for (const book of BOOKS) {
  const path = join(ROOT, '../shared/corpora/texts', `${book.file}.txt`);
  test(`every name of ${book.file} tagged in one document`, async ({ workbench }) => {
    test.skip(!existsSync(path), `there is no ${path}: the book is not in the repository`);
    test.setTimeout(180_000);
    await workOn(workbench, path, book);
  });
}

async function workOn(workbench: Workbench, path: string, book: Book): Promise<void> {
  await workbench.giveName('Ada Lovelace');
  await workbench.createProjectFrom(path);
  await workbench.selectText(book.author);
  await workbench.press('o');
  await workbench.saved();
  await workbench.close();

  const { project, count } = await tagNames(workbench, book.names);
  const { stdout } = await run('stats', project);
  expect(stdout).toContain(count.toLocaleString('en'));
  await run('check', project);

  await workbench.restart();
  const opened = Date.now();
  await workbench.reopen(book.file);
  await expect(workbench.page.getByText(counted(count))).toBeVisible();
  note('opened to its text', Date.now() - opened);

  // With the scroll bar from end to end, then by the wheel in the middle.
  const jumps = await framesWhile(workbench.page, async () => {
    for (let i = 0; i <= 40; i++) await scrollTo(workbench.page, i / 40);
  });
  note('jumps with the scroll bar', jumps);
  await scrollTo(workbench.page, 0.5);
  await workbench.page.mouse.move(600, 400);
  const wheel = await framesWhile(workbench.page, async () => {
    for (let i = 0; i < 60; i++) {
      await workbench.page.mouse.wheel(0, 120);
      await workbench.page.waitForTimeout(33);
    }
  });
  note('scrolled by the wheel', wheel);
  await expect(workbench.page.locator('button[data-span]').first()).toBeVisible();
  expect(await workbench.page.locator('*').count()).toBeLessThan(2000);

  // In the middle, by key: a word that no name is part of.
  await workbench.page.mouse.click(600, 400);
  await expect(workbench.page.getByText(book.middle)).toBeVisible();
  await workbench.press('ControlOrMeta+F');
  await workbench.page.keyboard.type(book.word);
  await expect(workbench.page.getByText(/^\d+ of \d+$/u)).toBeVisible();
  await workbench.press('Escape');
  const keys = [...'lpolpol', 'Delete', 'ControlOrMeta+z'];
  note('key to paint', await keyTimes(workbench.page, keys));
  await expect(workbench.page.getByText(counted(count + 1))).toBeVisible();
  await expect(workbench.span(`Location: ${book.word}`).first()).toBeVisible();
  await workbench.saved();

  await workbench.restart();
  await workbench.reopen(book.file);
  await expect(workbench.page.getByText(counted(count + 1))).toBeVisible();
  await workbench.close();
  await run('check', project);
}

const run = (command: string, project: string) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'out/main/glossator.js'), command, project]);

const counted = (spans: number) => `${spans.toLocaleString('en')} spans, 0 relations`;

/** Writes figures into the report of the test run. */
function note(type: string, figures: unknown): void {
  test.info().annotations.push({ type, description: JSON.stringify(figures) });
}

/** Tags every name of the book in the set that is there, by editing its file. */
async function tagNames(workbench: Workbench, atLeast: number) {
  const [name = ''] = await readdir(workbench.documents);
  const project = join(workbench.documents, name);
  const [documentId = ''] = await readdir(join(project, 'annotations'));
  const files = await readdir(join(project, 'annotations', documentId));
  const path = join(
    project,
    'annotations',
    documentId,
    files.find((f) => f.endsWith('.json')) ?? '',
  );
  const text = await readFile(join(project, 'documents', documentId, 'text.txt'), 'utf8');
  // Nothing beyond the first plane: code points are code units here.
  expect(text).not.toMatch(/[\u{10000}-\u{10ffff}]/u);
  const set = JSON.parse(await readFile(path, 'utf8'));
  const taken = new Set(set.records.map(({ ranges }: { ranges?: number[][] }) => ranges?.[0]?.[0]));
  for (const { 0: words, index } of text.matchAll(NAME)) {
    if (taken.has(index)) continue;
    const type = ['Person', 'Location', 'Organization'][words.length % 3];
    const ranges = [[index, index + words.length]];
    set.records.push({ id: `name-${index}`, kind: 'span', type, ranges, quote: [words] });
  }
  await writeFile(path, JSON.stringify(set));
  const count = set.records.filter(({ kind }: { kind: string }) => kind === 'span').length;
  expect(count).toBeGreaterThan(atLeast);
  return { project, count };
}

async function scrollTo(page: Page, part: number): Promise<void> {
  await page.evaluate((to) => {
    const scroller = document.querySelector('.cm-scroller');
    if (scroller) scroller.scrollTop = to * scroller.scrollHeight;
  }, part);
  await page.waitForTimeout(60);
}

/** Median and 95th percentile of the frames' times meanwhile, in ms. */
async function framesWhile(page: Page, work: () => Promise<void>) {
  const frames = await page.evaluateHandle(() => {
    const times: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      times.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return times;
  });
  await work();
  const times = (await frames.jsonValue()).sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.floor(times.length * part)] ?? 0);
  return { frames: times.length, median: at(0.5), p95: at(0.95) };
}

/** From each key's event to the end of the frame that follows, in ms. */
async function keyTimes(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  const times = await page.evaluateHandle(() => {
    const found: number[] = [];
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Control') return;
      const start = performance.now();
      requestAnimationFrame(() => setTimeout(() => found.push(performance.now() - start)));
    };
    window.addEventListener('keydown', onKey, true);
    return found;
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  return (await times.jsonValue()).map(Math.round);
}
