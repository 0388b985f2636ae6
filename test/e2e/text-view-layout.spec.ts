import { coveredLetters } from '../renderer/text/harness/covered-letters.ts';
import { expect, type TextWindow, test } from '../renderer/text/harness/driver.ts';

// The layout as it is drawn, for random spans in random order, in real Electron.

const LETTERS =
  'Some words of a text, أحمد في القاهرة, 中文和日本語, नई दिल्ली, ภาษาไทย 👩‍👩‍👧‍👦 end. ';
const TEXT = `${LETTERS.repeat(2)}\n${LETTERS}\n${LETTERS.repeat(3)}\n`;
const TYPES = ['Person', 'Place', 'Organization', 'Work of art', 'Date'];

interface Entity {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Random numbers that are the same in each run. */
function randomly(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

function randomSpans(seed: number, count: number): Entity[] {
  const random = randomly(seed);
  const edges = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(TEXT)]
    .map(({ index }) => index)
    .filter((index) => TEXT.charAt(index) !== '\n');
  return Array.from({ length: count }, (_, i) => {
    const at = random(edges.length - 30);
    // Many start at the same few places, so that heaps come about.
    const from = random(3) === 0 ? at - (at % 40) : at;
    const start = edges[from] ?? 0;
    const end = edges[from + 1 + random(20)] ?? start + 1;
    return { id: `s${i}`, start, end, label: TYPES[i % TYPES.length] ?? '' };
  });
}

/** What is drawn over the text: names and places, in any order. */
function drawn(view: TextWindow): Promise<string[]> {
  return view.page.evaluate(() =>
    [...document.querySelectorAll('button[data-span], button[data-heap]')]
      .map((e) => {
        const { left, top, width } = e.getBoundingClientRect();
        return [e.textContent, e.getAttribute('aria-label'), left, top, width].join('|');
      })
      .sort(),
  );
}

for (const chips of ['full', 'short', 'none'] as const) {
  for (const seed of [1, 2, 3]) {
    test(`${chips} chips of random spans (${seed}): apart, over no letter, and as from scratch`, async ({
      view,
    }) => {
      const spans = randomSpans(seed, 34);
      await view.set({ looks: { chips } });
      await view.show(TEXT, spans.slice(0, 22));
      for (const span of spans.slice(22)) await view.addOne(span);
      await view.page.mouse.move(2, 2);
      await view.told();
      const edited = await drawn(view);
      const boxes = await view.boxes();
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
          ).toBe(true);
      expect(await coveredLetters(view.page)).toEqual([]);

      // Every span has a chip or is counted, and is under the mouse where its words are.
      if (chips !== 'none') {
        const counted = edited.map((each) => Number(/^\+(\d+)/u.exec(each)?.[1] ?? 1));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(spans.length);
      }
      const marked = await view.page.evaluate(
        () => new Set([...document.querySelectorAll('.cm-line [style*="--level"]')]).size,
      );
      expect(marked).toBeGreaterThanOrEqual(spans.length);

      await view.show('');
      await view.show(TEXT, spans);
      expect(await drawn(view)).toEqual(edited);
    });
  }
}
