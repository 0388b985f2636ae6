import { coveredLetters } from '../renderer/text/harness/covered-letters.ts';
import { expect, type TextWindow, test } from '../renderer/text/harness/driver.ts';

// How the text view shows much at one place, and what it shows less of, in real Electron.

const TYPES = [
  'Person',
  'Group',
  'Place',
  'Date',
  'Chemical',
  'Gene',
  'Disease',
  'Event',
  'Art',
  'Law',
];
const TEXT = 'A word with many annotations, another one beside it, and ordinary text. '.repeat(3);
const ON_WORD = TYPES.map((label, i) => ({ id: `w${i}`, start: 2, end: 6, label }));
const BESIDE = TYPES.map((label, i) => ({ id: `b${i}`, start: 30, end: 37 + i, label }));

async function showHeap(view: TextWindow) {
  await view.show(
    TEXT,
    [...ON_WORD, ...BESIDE],
    [{ id: 'r', from: 'w9', to: 'b9', label: 'same as' }],
  );
}

function expectApart(boxes: Awaited<ReturnType<TextWindow['boxes']>>) {
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const isApart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(isApart).toBe(true);
    }
}

test('ten spans on one word are counted, and each is reached from the list', async ({ view }) => {
  await showHeap(view);
  const count = view.button('7 more spans').first();
  for (const type of TYPES.slice(3)) {
    await count.click();
    const menu = view.page.getByRole('menu', { name: '7 spans here' });
    await menu.getByRole('menuitem', { name: type }).click();
    const id = `w${TYPES.indexOf(type)}`;
    expect(await view.toldOf('select')).toEqual([{ kind: 'span', id }]);
    await expect(view.button(`${type}: word`)).toHaveAttribute('aria-pressed', 'true');
    await view.set({ selected: null });
  }
});

test('the list of the spans at the caret opens by key; arrows and Enter choose', async ({
  view,
}) => {
  await showHeap(view);
  await view.page.locator('.cm-content').focus();
  await view.page.keyboard.press('Control+Home');
  for (let i = 0; i < 3; i++) await view.page.keyboard.press('ArrowRight');
  expect(await view.listHere()).toBe(true);
  await expect(view.page.getByRole('menuitem')).toHaveCount(10);
  await view.page.keyboard.press('ArrowUp');
  await view.page.keyboard.press('Enter');
  const [chosen] = await view.toldOf('select');
  expect(chosen).toEqual({ kind: 'span', id: expect.stringMatching(/^w\d$/u) });
  await view.listHere();
  await view.page.keyboard.press('Escape');
  await expect(view.page.getByRole('menu')).toHaveCount(0);
  await expect(view.page.locator('.cm-content')).toBeFocused();
});

for (const chips of ['full', 'short', 'none'] as const) {
  test(`with ${chips} chips none overlap, no letter is covered, all spans are marked`, async ({
    view,
  }) => {
    await view.set({ looks: { chips } });
    await showHeap(view);
    const boxes = await view.boxes();
    if (chips === 'none') expect(boxes).toEqual([]);
    else expect(boxes.length).toBeGreaterThan(7);
    expectApart(boxes);
    expect(await coveredLetters(view.page)).toEqual([]);
    // Each of the ten has an underline of its own: a level that no other has.
    const levels = await view.page.evaluate(() => {
      const letters = document.createTreeWalker(document.querySelector('.cm-line') as Element, 4);
      while (letters.nextNode() && !letters.currentNode.textContent?.startsWith('w'));
      const found = new Set<string>();
      let e = letters.currentNode.parentElement;
      for (; e && !e.classList.contains('cm-line'); e = e.parentElement)
        found.add(e.style.getPropertyValue('--level'));
      return found.size;
    });
    expect(levels).toBeGreaterThanOrEqual(10);
    await expect(view.button(`same as: word → ${TEXT.slice(30, 46)}`)).toHaveCount(1);
  });
}

test('hidden types are out of sight and reach, dimmed ones are faint', async ({ view }) => {
  await view.show('One two three', [
    { id: 'one', start: 0, end: 3, label: 'Person' },
    { id: 'two', start: 4, end: 7, label: 'Place' },
  ]);
  await view.set({
    looks: {
      types: [
        ['Person', 'hidden'],
        ['Place', 'dimmed'],
      ],
    },
  });
  await view.told();
  await expect(view.button('Person: One')).toHaveCount(0);
  await expect(view.button('Place: two')).toHaveClass(/dimmed/u);
  await view.click('One');
  expect(await view.toldOf('select')).toEqual([null]);
  // What is selected elsewhere is shown all the same.
  await view.set({ selected: { kind: 'span', id: 'one' } });
  await expect(view.button('Person: One')).toBeVisible();
});

test('relations are shown of all, of the selected span, or of none', async ({ view }) => {
  const holds = view.button('holds role: Rajnath Singh → Defence Minister');
  await expect(holds).toBeVisible();
  await view.set({ looks: { relations: 'none' } });
  await expect(holds).toHaveCount(0);
  await view.set({ looks: { relations: 'selected' } });
  await view.told();
  await expect(holds).toHaveCount(0);
  await view.set({ selected: { kind: 'span', id: 'role' } });
  await expect(holds).toBeVisible();
  await expect(view.button('visits: Rajnath Singh → Islamabad')).toHaveCount(0);
});

test('an arc that is too short for its label shows its arrowhead beside it', async ({ view }) => {
  for (const [from, to] of [
    ['A word', 'with'],
    ['one', 'beside'],
  ] as const) {
    const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + 3 });
    await view.show(
      TEXT,
      [
        { id: 'a', ...at(from), label: 'Art' },
        { id: 'b', ...at(to), label: 'Law' },
      ],
      [{ id: 'r', from: 'a', to: 'b', label: 'is mentioned right before' }],
    );
    const { label, head } = await view.page.evaluate(() => {
      const box = (query: string) =>
        document.querySelector(query)?.getBoundingClientRect().toJSON() as DOMRect;
      return {
        label: box('button[data-relation="r"]'),
        head: box('g[data-relation="r"] path:last-child'),
      };
    });
    expect(head.width).toBeGreaterThan(0);
    expect(head.right <= label.left || label.right <= head.left).toBe(true);
  }
});

test('relations that find no room are counted, and each is reached from the list', async ({
  view,
}) => {
  const words = 'alpha beta gamma delta epsilon zeta eta theta';
  const spans = [...words.matchAll(/\w+/gu)].map(({ 0: word, index }) => ({
    id: word,
    start: index,
    end: index + word.length,
    label: 'Word',
  }));
  const relations = spans.flatMap(({ id: from }, i) =>
    spans.slice(i + 1).map(({ id: to }) => ({ id: `${from} ${to}`, from, to, label: 'by' })),
  );
  await view.show(words, spans, relations);
  const drawn = await view.page.locator('button[data-relation]').count();
  const count = view.page.getByRole('button', { name: /more relations$/u });
  await expect(count).toHaveText(`${relations.length - drawn} more`);
  expect(await coveredLetters(view.page)).toEqual([]);
  await count.click();
  await view.page.getByRole('menuitem', { name: 'alpha → theta' }).click();
  expect(await view.toldOf('select')).toEqual([{ kind: 'relation', id: 'alpha theta' }]);
  await expect(view.button('by: alpha → theta')).toHaveAttribute('aria-pressed', 'true');
});
