import { join } from 'node:path';
import {
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { build } from 'vite';
import { ROOT } from './fixtures/launch.ts';
import { placeOfWords } from './fixtures/place-of-words.ts';

/**
 * The text view alone, in real Electron under the app's content security policy: what a person points
 * at, drags and types there, and what the view tells the shell of it.
 */
let app: ElectronApplication;
let page: Page;
const faults: string[] = [];

const HARNESS = join(ROOT, 'test/renderer/text/harness');
const TEXT = [
  'Rajnath Singh, the Defence Minister, met General Bipin Rawat in New Delhi on Monday.',
  'He spoke about left and right lungs, and 👩‍👩‍👧‍👦 others.\r',
  'قال المدير التنفيذي محمد العربي إن الأرباح ارتفعت.',
  ...Array.from({ length: 80 }, (_, i) => `Paragraph ${i} speaks of many things and of nothing.`),
  'The last line names Islamabad.',
].join('\n');

interface Harness {
  load(text: string, annotations: unknown): void;
  set(props: Record<string, unknown>): void;
  view(): { caret(): number; selectHere(): boolean; openFind(): void };
  readonly log: unknown[][];
}
declare const window: Window & Harness;

const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const entity = (id: string, words: string, label: string) => ({ id, label, ...at(words) });

const ANNOTATIONS = {
  entities: [
    entity('singh', 'Rajnath Singh', 'Person'),
    entity('role', 'Defence Minister', 'Role'),
    entity('minister', 'Minister', 'Role'),
    entity('crossing', 'Minister, met General', 'Event'),
    entity('delhi', 'New Delhi', 'Location'),
    entity('arabic', 'محمد العربي', 'Person'),
    entity('far', 'Islamabad', 'Location'),
    { ...entity('lungs', 'left', 'Organ'), more: [at('lungs')] },
  ],
  relations: [
    { id: 'holds', from: 'singh', to: 'role', label: 'holds role' },
    { id: 'visits', from: 'singh', to: 'far', label: 'visits' },
  ],
};

test.beforeAll(async () => {
  await build({ configFile: join(HARNESS, 'vite.config.ts'), logLevel: 'error' });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  app = await electron.launch({ args: [...sandbox, join(HARNESS, 'main.mjs')] });
  page = await app.firstWindow();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.waitForFunction(() => 'load' in window);
});

test.afterAll(async () => {
  await app.close();
});

test.beforeEach(async () => {
  await page.evaluate(
    ([text, annotations]) => {
      window.load('', { entities: [], relations: [] });
      window.load(text, annotations);
      window.set({ selected: null, armed: null, linking: null, edges: false, readOnly: false });
    },
    [TEXT, ANNOTATIONS] as const,
  );
  await expect(chip('Person: Rajnath Singh')).toBeVisible();
  await told();
});

test.afterEach(() => {
  expect(faults).toEqual([]);
});

const chip = (name: string) => page.getByRole('button', { name, exact: true });

/** What the view has told since the last time, once it has come to rest. */
async function told(): Promise<unknown[][]> {
  await page.waitForTimeout(80);
  return page.evaluate(() => window.log.splice(0));
}

async function drag(from: string, to: string, { key = '' } = {}): Promise<void> {
  const [start] = await placeOfWords(page, from);
  const [, end] = await placeOfWords(page, to);
  if (key) await page.keyboard.down(key);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, end.y, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}

async function click(words: string): Promise<void> {
  const [start, end] = await placeOfWords(page, words);
  await page.mouse.click((start.x + end.x) / 2, start.y);
}

test('styles reach the editor under the policy, and the text is a labelled text box', async () => {
  const text = page.getByRole('textbox', { name: 'Text of test.txt' });
  await expect(text).toHaveAttribute('aria-readonly', 'true');
  await expect(text).toHaveCSS('white-space', 'break-spaces');
});

test('every span in view has a chip, and no two chips overlap', async () => {
  for (const name of [
    'Person: Rajnath Singh',
    'Role: Defence Minister',
    'Role: Minister',
    'Event: Minister, met General',
    'Location: New Delhi',
    'Person: محمد العربي',
    'Organ: left … lungs',
  ])
    await expect(chip(name)).toBeVisible();
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('[data-span]')].map((e) => e.getBoundingClientRect().toJSON()),
  );
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const isApart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(isApart).toBe(true);
    }
});

test('the chip of a right-to-left span stands over its first, rightmost letters', async () => {
  const box = await chip('Person: محمد العربي').boundingBox();
  const [first] = await placeOfWords(page, 'محمد العربي');
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) - first.x)).toBeLessThan(4);
});

test('a click selects the innermost span, repeated clicks the others there', async () => {
  const ids: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    await click('Minister');
    ids.push((await told()).find(([what]) => what === 'select')?.[1]);
    await page.waitForTimeout(500); // else it would be a double click
  }
  const [first, second, third, fourth] = ids;
  expect(first).toEqual({ kind: 'span', id: 'minister' });
  expect(second).toEqual({ kind: 'span', id: 'role' });
  expect(third).toEqual({ kind: 'span', id: 'crossing' });
  expect(fourth).toEqual(first);
  await expect(chip('Role: Minister')).toHaveAttribute('aria-pressed', 'true');
});

test('a click on a chip selects its span, a click beside everything selects nothing', async () => {
  await chip('Location: New Delhi').click();
  expect(await told()).toContainEqual(['select', { kind: 'span', id: 'delhi' }]);
  await click('spoke');
  expect(await told()).toContainEqual(['select', null]);
});

test('keys reach and cycle through the spans at the caret, and say which one', async () => {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Control+ArrowRight');
  await told();
  const ids: unknown[] = [];
  for (let i = 0; i < 3; i++) {
    await page.evaluate(() => window.view().selectHere());
    ids.push(...(await told()).filter(([what]) => what === 'select').map(([, ref]) => ref));
  }
  expect(ids).toHaveLength(3);
  await expect(page.getByRole('status')).toContainText('level');
});

test('the mouse selects whole words, with Alt exact characters', async () => {
  await drag('poke', 'abou');
  expect(await told()).toContainEqual(['words', [at('spoke about')]]);
  await drag('poke', 'abou', { key: 'Alt' });
  expect(await told()).toContainEqual(['words', [at('poke abou')]]);
});

test('what is selected while dragging is what is selected on release', async () => {
  const [start] = await placeOfWords(page, 'spoke');
  const [, end] = await placeOfWords(page, 'abo');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  const during = await page.evaluate(() => document.getSelection()?.toString());
  await page.mouse.up();
  expect(during).toBe('spoke about');
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(during);
});

test('Control adds a second range', async () => {
  await drag('left', 'left');
  await drag('lungs', 'lungs', { key: 'Control' });
  expect((await told()).at(-1)).toEqual(['words', [at('left'), at('lungs')]]);
});

test('keys select exact characters and never half of one', async () => {
  await click('spoke');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  expect((await told()).at(-1)).toEqual(['words', [at('H', 80)]]);
  await drag('and 👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦', { key: 'Alt' });
  expect((await told()).at(-1)).toEqual(['words', [at('and 👩‍👩‍👧‍👦')]]);
});

test('with a label armed, selecting words tags them', async () => {
  await page.evaluate(() => window.set({ armed: 'Person' }));
  await drag('spoke', 'about');
  expect(await told()).toContainEqual(['tag', [at('spoke about')]]);
});

test('nothing can be typed into the text', async () => {
  await click('spoke');
  await page.keyboard.type('xyz');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await expect(page.locator('.cm-line').nth(1)).toContainText('He spoke about left');
});

test('edges move by key: characters, words, the other edge; Escape puts them back', async () => {
  await chip('Person: Rajnath Singh').click();
  await page.evaluate(() => window.set({ edges: true }));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  const { end } = at('Rajnath Sing');
  expect((await told()).slice(-2)).toEqual([
    ['edges', 'singh', [{ start: at('Singh').start, end }]],
    ['edgesEnd'],
  ]);
  await page.evaluate(() => window.set({ edges: true }));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  expect(await told()).toEqual([['edgesEnd']]);
});

test('edges move by mouse, to whole words', async () => {
  await chip('Person: Rajnath Singh').click();
  const box = await page.locator('[data-edge="end"]').boundingBox();
  const [, end] = await placeOfWords(page, 'Def');
  await page.mouse.move((box?.x ?? 0) + 6, (box?.y ?? 0) + 8);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
  const ranges = [{ start: 0, end: at('Defence').end }];
  expect(await told()).toContainEqual(['edges', 'singh', ranges]);
});

test('a relation is drawn from a chip to another span, or to one chosen after its key', async () => {
  const box = await chip('Person: Rajnath Singh').boundingBox();
  const [, end] = await placeOfWords(page, 'New Delhi');
  await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 6);
  await page.mouse.down();
  await page.mouse.move(end.x - 3, end.y, { steps: 5 });
  await page.mouse.up();
  expect(await told()).toEqual([['link', 'singh', 'delhi']]);
  await page.evaluate(() => window.set({ linking: 'singh' }));
  await click('Delhi');
  expect(await told()).toContainEqual(['link', 'singh', 'delhi']);
});

test('an arc is selected by its label; a stub names the far end and jumps there', async () => {
  await chip('holds role: Rajnath Singh → Defence Minister').click();
  expect(await told()).toContainEqual(['select', { kind: 'relation', id: 'holds' }]);
  const stub = chip('visits: Rajnath Singh → Islamabad');
  await expect(stub).toContainText('Islamabad');
  await stub.click();
  expect(await told()).toContainEqual(['select', { kind: 'span', id: 'far' }]);
  await expect(chip('Location: Islamabad')).toBeInViewport();
});

test('find counts, goes round, and puts the place in view', async () => {
  await page.evaluate(() => window.view().openFind());
  await page.keyboard.type('PARAGRAPH 7');
  await expect(page.getByText('1 of 11')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText('11 of 11')).toBeVisible();
  await expect(page.getByText('Paragraph 79 speaks')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);
});

test('the carriage return of a CRLF line end is in the text and not on the screen', async () => {
  await click('others');
  await page.keyboard.press('Control+ArrowDown');
  expect(await page.evaluate(() => window.view().caret())).toBe(TEXT.indexOf('قال'));
  await expect(page.locator('.cm-line').nth(1)).not.toContainText('␍');
});
