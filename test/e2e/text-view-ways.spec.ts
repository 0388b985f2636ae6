import { expect, test } from '../renderer/text/harness/driver.ts';

// Ways through a text and what stands beside it, in real Electron.

const BOOK = Array.from(
  { length: 40 },
  (_, i) => `CHAPTER ${i + 1}\n\n${'Many words of the story. '.repeat(40)}\n\n`,
).join('');

test('characters that cannot be seen are shown on request, and keep their place', async ({
  view,
}) => {
  const text = 'a\tb\u00a0c\r\nمی\u200cخواهم';
  await view.show(text);
  const content = view.page.locator('.cm-content');
  await expect(content).not.toContainText('¶');
  await view.set({ looks: { showInvisibles: true } });
  await expect(content).toContainText('␍¶');
  for (const name of ['tab', 'no-break space', 'zero-width non-joiner'])
    await expect(view.page.getByTitle(name)).toHaveCount(1);
  await content.focus();
  await view.page.keyboard.press('Control+a');
  expect((await view.told()).at(-1)).toEqual(['words', [{ start: 0, end: text.length }]]);
});

test('lines are numbered on request, wrapped ones once', async ({ view }) => {
  await view.show(`one\n${'word '.repeat(60)}\nthree`);
  await view.set({ looks: { gutter: 'lines' } });
  for (const number of ['1', '2', '3'])
    await expect(view.page.getByText(number, { exact: true })).toHaveCount(1);
  const [second, third] = await Promise.all(
    ['2', '3'].map((number) => view.page.getByText(number, { exact: true }).boundingBox()),
  );
  expect((third?.y ?? 0) - (second?.y ?? 0)).toBeGreaterThan(40);
});

test('sentences are numbered on request, also far down', async ({ view }) => {
  await view.show('One. Two.\nThree.');
  await view.set({ looks: { gutter: 'sentences' } });
  await expect(view.page.getByText('1–2', { exact: true })).toBeVisible();
  await expect(view.page.getByText('3', { exact: true })).toBeVisible();
  await view.show('A sentence.\n'.repeat(30_000));
  await view.page.locator('.cm-content').focus();
  await view.page.keyboard.press('Control+End');
  await expect(view.page.getByText('30000', { exact: true })).toBeVisible();
});

test('lines that are not wrapped run on, with chips over them', async ({ view }) => {
  const text = `${'word '.repeat(200)}end`;
  await view.show(text, [{ id: 'end', start: text.length - 3, end: text.length, label: 'Last' }]);
  await expect(view.button('Last: end')).toBeInViewport();
  await view.set({ looks: { wrapLines: false } });
  await expect(view.button('Last: end')).not.toBeInViewport();
  await view.page.locator('.cm-content').focus();
  await view.page.keyboard.press('Control+End');
  await expect(view.button('Last: end')).toBeInViewport();
  await view.set({ looks: { wrapLines: true } });
  await expect(view.button('Last: end')).toBeInViewport();
});

test('a line too long to run on is wrapped, so that all of it can be scrolled to', async ({
  view,
}) => {
  await view.set({ looks: { wrapLines: false } });
  await view.show(`Short.\n${'many words and then some, '.repeat(40_000)}and its end.`);
  await view.page.evaluate(() => {
    const scroller = document.querySelector('.cm-scroller');
    scroller?.scrollTo(0.9 * scroller.scrollWidth, 0.9 * scroller.scrollHeight);
  });
  await view.told();
  const words = await view.page.locator('.cm-line').last().textContent();
  expect(words).toContain('many words and then some');
  await view.show('Short.\nAnd short.');
  await expect(view.page.locator('.cm-lineWrapping')).toHaveCount(0);
});

test('the outline lists the chapters; words narrow it down, Enter goes there', async ({ view }) => {
  await view.show(BOOK);
  await view.openOutline();
  const outline = view.page.getByRole('navigation', { name: 'Outline' });
  await expect(outline.getByRole('option')).toHaveCount(40);
  await view.page.keyboard.type('chapter 3');
  await expect(outline.getByRole('option')).toHaveCount(11);
  await view.page.keyboard.press('ArrowDown');
  await expect(outline.getByRole('option', { selected: true })).toHaveText('CHAPTER 30');
  await view.page.keyboard.press('Enter');
  await expect(outline).toHaveCount(0);
  expect(await view.caret()).toBe(BOOK.indexOf('CHAPTER 30'));
  await expect(view.page.locator('.cm-content')).toBeFocused();
  await view.openOutline();
  await view.page.keyboard.press('Escape');
  await expect(outline).toHaveCount(0);
});

test('the map shows where spans are, follows edits, and goes where it is pressed', async ({
  view,
}) => {
  const middle = Math.floor(BOOK.length / 2);
  await view.show(BOOK, [{ id: 'first', start: 0, end: 7, label: 'Title' }]);
  await view.set({ looks: { showMap: true } });
  const map = view.page.locator('canvas');
  const colored = () =>
    map.evaluate((canvas: HTMLCanvasElement) => {
      const copy = document.createElement('canvas');
      [copy.width, copy.height] = [canvas.width, canvas.height];
      const paper = copy.getContext('2d', { willReadFrequently: true });
      paper?.drawImage(canvas, 0, 0);
      const data = paper?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const rows: number[] = [];
      for (let y = 0; y < canvas.height; y++)
        if (data[(y * canvas.width + canvas.width - 1) * 4 + 3]) rows.push(y / canvas.height);
      return rows;
    });
  await expect.poll(async () => (await colored()).length).toBeGreaterThan(0);
  expect(Math.max(...(await colored()))).toBeLessThan(0.02);

  const box = await map.boundingBox();
  await view.page.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await view.told();
  expect(Math.abs((await view.caret()) - middle)).toBeLessThan(BOOK.length / 100);

  await view.addOne({ id: 'new', start: middle, end: middle + 5, label: 'Title' });
  await expect
    .poll(async () => (await colored()).filter((y) => Math.abs(y - 0.5) < 0.02).length)
    .toBeGreaterThan(0);
});
