import { coveredLetters } from '../renderer/text/harness/covered-letters.ts';
import { expect, test } from '../renderer/text/harness/driver.ts';
import { at, TEXT } from '../renderer/text/harness/example.ts';
import { placeOfWords } from './fixtures/place-of-words.ts';

// The text view alone, in real Electron under a content security policy as strict as the app's: what
// a person points at, drags and types there, and what the view tells the shell of it.

test('styles reach the editor under the policy, and the text is a labelled text box', async ({
  view,
}) => {
  const text = view.page.getByRole('textbox', { name: 'Text of test.txt' });
  await expect(text).toHaveAttribute('aria-readonly', 'true');
  await expect(text).toHaveCSS('white-space', 'break-spaces');
});

test('every span in view has a chip, and no two chips overlap', async ({ view }) => {
  for (const name of [
    'Person: Rajnath Singh',
    'Role: Defence Minister',
    'Role: Minister',
    'Event: Minister, met General',
    'Location: New Delhi',
    'Person: محمد العربي',
    'Organ: left … lungs',
  ])
    await expect(view.button(name)).toBeVisible();
  const boxes = await view.page.evaluate(() =>
    [...document.querySelectorAll('[data-span]')].map((e) => e.getBoundingClientRect().toJSON()),
  );
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const isApart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(isApart).toBe(true);
    }
});

for (const [textSize, lineHeight] of [
  [13, 1.3],
  [17, 1.7],
  [28, 1.5],
]) {
  test(`chips and relations cover no letters at ${textSize} px, ${lineHeight} lines`, async ({
    view,
  }) => {
    await view.set({ textSize, lineHeight });
    await view.told();
    expect(await coveredLetters(view.page)).toEqual([]);
    await view.set({ textSize: 17, lineHeight: 1.9 });
  });
}

test('the chip of a right-to-left span stands over its first, rightmost letters', async ({
  view,
}) => {
  const box = await view.button('Person: محمد العربي').boundingBox();
  const [first] = await placeOfWords(view.page, 'محمد العربي');
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) - first.x)).toBeLessThan(4);
});

test('a click selects the innermost span, repeated clicks the others there', async ({ view }) => {
  const ids: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    await view.click('Minister');
    ids.push(...(await view.toldOf('select')));
    await view.page.waitForTimeout(500); // else it would be a double click
  }
  const [first, second, third, fourth] = ids;
  expect(first).toEqual({ kind: 'span', id: 'minister' });
  expect(second).toEqual({ kind: 'span', id: 'role' });
  expect(third).toEqual({ kind: 'span', id: 'crossing' });
  expect(fourth).toEqual(first);
  await expect(view.button('Role: Minister')).toHaveAttribute('aria-pressed', 'true');
});

test('a click on a chip selects its span, a click beside everything selects nothing', async ({
  view,
}) => {
  await view.button('Location: New Delhi').click();
  expect(await view.told()).toContainEqual(['select', { kind: 'span', id: 'delhi' }]);
  await view.click('spoke');
  expect(await view.told()).toContainEqual(['select', null]);
});

test('keys reach and cycle through the spans at the caret, and say which one', async ({ view }) => {
  await view.page.locator('.cm-content').focus();
  await view.page.keyboard.press('Control+Home');
  for (let i = 0; i < 6; i++) await view.page.keyboard.press('Control+ArrowRight');
  await view.page.keyboard.press('ArrowLeft');
  await view.told();
  const ids: unknown[] = [];
  for (let i = 0; i < 3; i++) {
    await view.selectHere();
    ids.push(...(await view.toldOf('select')));
  }
  expect(ids).toEqual(['minister', 'role', 'crossing'].map((id) => ({ kind: 'span', id })));
  await expect(view.page.getByRole('status')).toContainText(', level 3 of 3');
});

test('the mouse selects whole words, with Alt exact characters', async ({ view }) => {
  await view.drag('poke', 'abou');
  expect(await view.told()).toContainEqual(['words', [at('spoke about')]]);
  await view.drag('poke', 'abou', { key: 'Alt' });
  expect(await view.told()).toContainEqual(['words', [at('poke abou')]]);
});

test('what is selected while dragging is what is selected on release', async ({ view }) => {
  await view.drag('spoke', 'abo', { release: false });
  const during = await view.page.evaluate(() => document.getSelection()?.toString());
  await view.page.mouse.up();
  expect(during).toBe('spoke about');
  expect(await view.page.evaluate(() => document.getSelection()?.toString())).toBe(during);
});

test('Control adds a second range', async ({ view }) => {
  await view.drag('left', 'left');
  await view.drag('lungs', 'lungs', { key: 'Control' });
  expect((await view.told()).at(-1)).toEqual(['words', [at('left'), at('lungs')]]);
});

test('keys select exact characters and never half of one', async ({ view }) => {
  await view.click('spoke');
  await view.page.keyboard.press('End');
  await view.page.keyboard.press('Home');
  await view.page.keyboard.press('Shift+ArrowRight');
  expect((await view.told()).at(-1)).toEqual(['words', [at('H', 80)]]);
  await view.drag('and 👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦', { key: 'Alt' });
  expect((await view.told()).at(-1)).toEqual(['words', [at('and 👩‍👩‍👧‍👦')]]);
});

test('with a label armed, selecting words tags them', async ({ view }) => {
  await view.set({ armed: 'Person' });
  await view.drag('spoke', 'about');
  expect(await view.told()).toContainEqual(['tag', [at('spoke about')]]);
});

test('nothing can be typed into the text', async ({ view }) => {
  await view.click('spoke');
  await view.page.keyboard.type('xyz');
  await view.page.keyboard.press('Enter');
  await view.page.keyboard.press('Backspace');
  await expect(view.page.locator('.cm-line').nth(1)).toContainText('He spoke about left');
});

test('edges move by key: characters, words, the other edge; Escape puts them back', async ({
  view,
}) => {
  await view.button('Person: Rajnath Singh').click();
  await view.set({ edges: true });
  await view.page.keyboard.press('ArrowLeft');
  await view.page.keyboard.press('Tab');
  await view.page.keyboard.press('Control+ArrowRight');
  await view.page.keyboard.press('Enter');
  const { end } = at('Rajnath Sing');
  expect((await view.told()).slice(-2)).toEqual([
    ['edges', 'singh', [{ start: at('Singh').start, end }]],
    ['edgesEnd'],
  ]);
  await view.set({ edges: true });
  await view.page.keyboard.press('ArrowLeft');
  await view.page.keyboard.press('Escape');
  expect(await view.told()).toEqual([['edgesEnd']]);
});

test('edges move by mouse, to whole words', async ({ view }) => {
  await view.button('Person: Rajnath Singh').click();
  await view.dragFrom(view.page.locator('[data-edge="end"]'), 'Def');
  const ranges = [{ start: 0, end: at('Defence').end }];
  expect(await view.told()).toContainEqual(['edges', 'singh', ranges]);
});

test('a relation is drawn from a chip to another span, or to one chosen after its key', async ({
  view,
}) => {
  await view.dragFrom(view.button('Person: Rajnath Singh'), 'New Delhi');
  expect(await view.told()).toEqual([['link', 'singh', 'delhi']]);
  await view.set({ linking: 'singh' });
  await view.click('Delhi');
  expect(await view.told()).toContainEqual(['link', 'singh', 'delhi']);
});

test('an arc is selected by its label; a stub names the far end and jumps there', async ({
  view,
}) => {
  await view.button('holds role: Rajnath Singh → Defence Minister').click();
  expect(await view.told()).toContainEqual(['select', { kind: 'relation', id: 'holds' }]);
  const stub = view.button('visits: Rajnath Singh → Islamabad');
  await expect(stub).toContainText('Islamabad');
  await stub.click();
  expect(await view.told()).toContainEqual(['select', { kind: 'span', id: 'far' }]);
  await expect(view.button('Location: Islamabad')).toBeInViewport();
});

test('find counts, goes round, and puts the place in view', async ({ view }) => {
  await view.openFind();
  await view.page.keyboard.type('PARAGRAPH 7');
  await expect(view.page.getByText('1 of 11')).toBeVisible();
  await view.page.keyboard.press('Shift+Enter');
  await expect(view.page.getByText('11 of 11')).toBeVisible();
  await expect(view.page.getByText('Paragraph 79 speaks')).toBeInViewport();
  await view.page.keyboard.press('Escape');
  await expect(view.page.getByRole('search')).toHaveCount(0);
});

test('the carriage return of a CRLF line end is in the text and not on the screen', async ({
  view,
}) => {
  await view.click('others');
  await view.page.keyboard.press('Control+ArrowDown');
  expect(await view.caret()).toBe(TEXT.indexOf('قال'));
  await expect(view.page.locator('.cm-line').nth(1)).not.toContainText('␍');
});
