import { join } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import { build } from 'vite';
import { ROOT } from '../../../e2e/fixtures/launch.ts';
import { placeOfWords } from '../../../e2e/fixtures/place-of-words.ts';
import { ANNOTATIONS, TEXT } from './example.ts';

const HARNESS = join(ROOT, 'test/renderer/text/harness');

interface Harness {
  load(text: string, annotations: unknown): void;
  addOne(entity: { id: string; start: number; end: number; label: string }): void;
  set(props: Record<string, unknown>): void;
  view(): {
    caret(): number;
    selectHere(): boolean;
    openFind(): void;
    keepWords(): void;
    listHere(): boolean;
    openOutline(): void;
  };
  readonly log: unknown[][];
  readonly ready: Promise<void>;
}
declare const window: Window & Harness;

/** The text view alone in a window, with the example in it. */
export class TextWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Shows the example anew, nothing selected. */
  async load(): Promise<void> {
    await this.page.evaluate(
      ([text, annotations]) => {
        window.load('', { entities: [], relations: [] });
        window.load(text, annotations);
        window.set({
          looks: {},
          selected: null,
          armed: null,
          linking: null,
          edges: false,
          readOnly: false,
        });
      },
      [TEXT, ANNOTATIONS] as const,
    );
    await expect(this.button('Person: Rajnath Singh')).toBeVisible();
    await this.told();
  }

  /** Shows another text. */
  async show(
    text: string,
    entities: readonly { id: string; start: number; end: number; label: string }[] = [],
    relations: readonly { id: string; from: string; to: string; label: string }[] = [],
  ): Promise<void> {
    await this.page.evaluate(([given, annotations]) => window.load(given, annotations), [
      text,
      { entities, relations },
    ] as const);
    await this.told();
  }

  /** Adds a span to those shown. */
  addOne(entity: Parameters<Harness['addOne']>[0]): Promise<void> {
    return this.page.evaluate((given) => window.addOne(given), entity);
  }

  /** A chip or the label of a relation, by its name. */
  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Gives the view other props. */
  set(props: Record<string, unknown>): Promise<void> {
    return this.page.evaluate((given) => window.set(given), props);
  }

  /** What the view has told since the last time, once it has come to rest. */
  async told(): Promise<unknown[][]> {
    await this.page.waitForTimeout(80);
    return this.page.evaluate(() => window.log.splice(0));
  }

  /** What it has told of that kind, each without its name. */
  async toldOf(kind: string): Promise<unknown[]> {
    return (await this.told()).filter(([what]) => what === kind).map(([, first]) => first);
  }

  selectHere(): Promise<boolean> {
    return this.page.evaluate(() => window.view().selectHere());
  }

  openFind(): Promise<void> {
    return this.page.evaluate(() => window.view().openFind());
  }

  openOutline(): Promise<void> {
    return this.page.evaluate(() => window.view().openOutline());
  }

  listHere(): Promise<boolean> {
    return this.page.evaluate(() => window.view().listHere());
  }

  /** Where chips and labels of relations are. */
  boxes(): Promise<{ left: number; right: number; top: number; bottom: number }[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('button[data-span], button[data-heap]')].map((e) =>
        e.getBoundingClientRect().toJSON(),
      ),
    );
  }

  keepWords(): Promise<void> {
    return this.page.evaluate(() => window.view().keepWords());
  }

  caret(): Promise<number> {
    return this.page.evaluate(() => window.view().caret());
  }

  /** Drags from the first character of some words to the last one of others. */
  async drag(from: string, to: string, { key = '', release = true } = {}): Promise<void> {
    const { mouse, keyboard } = this.page;
    const [start] = await placeOfWords(this.page, from);
    const [, end] = await placeOfWords(this.page, to);
    if (key) await keyboard.down(key);
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, end.y, { steps: 3 });
    await mouse.move(end.x, end.y, { steps: 3 });
    if (release) await mouse.up();
    if (key) await keyboard.up(key);
  }

  /** Clicks into the middle of words. */
  async click(words: string): Promise<void> {
    const [start, end] = await placeOfWords(this.page, words);
    await this.page.mouse.click((start.x + end.x) / 2, start.y);
  }

  /** Drags from a place inside an element, to the last character of words. */
  async dragFrom(element: ReturnType<TextWindow['button']>, to: string): Promise<void> {
    const box = await element.boundingBox();
    const [, end] = await placeOfWords(this.page, to);
    await this.page.mouse.move((box?.x ?? 0) + 6, (box?.y ?? 0) + 7);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x - 1, end.y, { steps: 5 });
    await this.page.mouse.up();
  }
}

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly faults: string[];
}

/** Tests get the window with the example; whatever its page complains about fails them. */
export const test = base.extend<{ view: TextWindow }, { opened: Opened }>({
  opened: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures used here
    async ({}, use) => {
      await build({ configFile: join(HARNESS, 'vite.config.ts'), logLevel: 'error' });
      const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const app = await electron.launch({ args: [...sandbox, join(HARNESS, 'main.mjs')] });
      const page = await app.firstWindow();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (/error|warning/u.test(message.type())) faults.push(message.text());
      });
      await page.waitForFunction(() => 'load' in window);
      await page.evaluate(() => window.ready);
      await use({ app, page, faults });
      await app.close();
    },
    { scope: 'worker' },
  ],
  view: async ({ opened }, use) => {
    const view = new TextWindow(opened.page);
    await view.load();
    await use(view);
    expect(opened.faults).toEqual([]);
  },
});

export { expect };
