import { coveredLetters } from '../renderer/text/harness/covered-letters.ts';
import { expect, test } from '../renderer/text/harness/driver.ts';
import { at } from '../renderer/text/harness/example.ts';

// What keys select and reach in the text view alone, in real Electron.

test('blanks at the edges of what keys select are not part of the words', async ({ view }) => {
  await view.show('    CHAPTER VI  \nand more');
  await view.page.locator('.cm-content').focus();
  await view.page.keyboard.press('Control+Home');
  await view.page.keyboard.press('Shift+End');
  expect((await view.told()).at(-1)).toEqual(['words', [{ start: 4, end: 14 }]]);
  await view.page.keyboard.press('Control+Home');
  await view.page.keyboard.press('Shift+ArrowRight');
  expect((await view.told()).at(-1)).toEqual(['words', [{ start: 0, end: 1 }]]);
});

test('Control with arrows goes by words where no blanks part them', async ({ view }) => {
  await view.show('我们在北京工作。');
  await view.page.locator('.cm-content').focus();
  await view.page.keyboard.press('Control+Home');
  await view.page.keyboard.press('Control+ArrowRight');
  await view.page.keyboard.press('Control+ArrowRight');
  await view.page.keyboard.press('Control+Shift+ArrowRight');
  expect((await view.told()).at(-1)).toEqual(['words', [{ start: 3, end: 5 }]]);
});

test('words are kept while keys select more, until something else is selected', async ({
  view,
}) => {
  const { keyboard } = view.page;
  await view.drag('left', 'left');
  await view.keepWords();
  for (let i = 0; i < 2; i++) await keyboard.press('Control+ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+Shift+ArrowRight');
  expect((await view.told()).at(-1)).toEqual(['words', [at('left'), at('lungs')]]);
  await view.click('spoke');
  expect(await view.told()).toContainEqual(['words', null]);
});

test('words of the other direction are selected beside a span that ends among them', async ({
  view,
}) => {
  const letters = 'Some words of a text, أحمد في القاهرة, and the end. ';
  const at = (from: string, to: string) => ({
    start: letters.indexOf(from),
    end: letters.indexOf(to) + to.length,
  });
  await view.show(letters.repeat(2), [{ id: 'both', ...at('text', 'أحمد'), label: 'Person' }]);
  for (const [from, to] of [
    ['القاهرة', 'القاهرة'],
    ['في', 'القاهرة'],
    ['words', 'في'],
    ['في', 'end'],
  ] as const) {
    await view.drag(from, to);
    expect((await view.told()).at(-1)).toEqual(['words', [at(from, to)]]);
  }
});

test('a span of nothing but a line break can be seen and clicked', async ({ view }) => {
  const text = 'one two\n\nthree\r\nfour';
  await view.show(text, [
    { id: 'end', start: 7, end: 8, label: 'Break' },
    { id: 'empty', start: 8, end: 9, label: 'Break' },
    { id: 'crlf', start: 14, end: 16, label: 'Break' },
  ]);
  const marks = view.page.locator('.cm-content [data-span]');
  await expect(marks).toHaveCount(3);
  for (const id of ['end', 'empty', 'crlf']) {
    await view.page.locator(`.cm-content [data-span="${id}"]`).click();
    expect(await view.toldOf('select')).toEqual([{ kind: 'span', id }]);
  }
  expect(await coveredLetters(view.page)).toEqual([]);
});

test('jumps with the scroll bar come to rest at once in a text with lines of all lengths', async ({
  view,
}) => {
  const words = 'many words and then some more of them ';
  const lines = Array.from({ length: 30_000 }, (_, i) => words.repeat((i * 7) % 11 ? 1 : i % 40));
  await view.show(lines.join('\n'));
  // A warning of the editor's measure loop would fail the test.
  for (const part of [0.3, 0.9, 0.1, 0.6, 0.99, 0.45]) {
    await view.page.evaluate((to) => {
      const scroller = document.querySelector('.cm-scroller');
      if (scroller) scroller.scrollTop = to * scroller.scrollHeight;
    }, part);
    await view.told();
  }
});
