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

/** Where the first characters of spans are drawn, and what is on top there. */
function firstLetters(view: TextWindow, spans: readonly Entity[]) {
  const at = spans.map(({ start }) => start);
  return view.page.evaluate((starts) => {
    const content = document.querySelector('.cm-content');
    const nodes: { node: Text; from: number }[] = [];
    let length = 0;
    for (const line of document.querySelectorAll('.cm-content > .cm-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node: node as Text, from: length });
        length += (node as Text).length;
      }
      length++; // its line break
    }
    return starts.map((start) => {
      const { node, from } = nodes.findLast((each) => each.from <= start) ?? {};
      if (!node || from === undefined || start - from >= node.length) throw new Error('Not drawn');
      const [first] = new Intl.Segmenter().segment(node.data.slice(start - from));
      const range = document.createRange();
      range.setStart(node, start - from);
      range.setEnd(node, start - from + (first?.segment.length ?? 1));
      const { left, width, top, height } = range.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const above = document.elementFromPoint(x, y);
      const marks: string[] = [];
      for (let e = node.parentElement; e && e !== content; e = e.parentElement) {
        const { textDecorationLine, textDecorationColor, textUnderlineOffset } =
          getComputedStyle(e);
        const isSeen =
          textDecorationLine === 'underline' && !/[,/] ?0\)/u.test(textDecorationColor);
        if (isSeen && e.style.getPropertyValue('--level')) marks.push(textUnderlineOffset);
      }
      return { x, y, isText: content?.contains(above) ?? false, marks };
    });
  }, at);
}

/** Spans without an underline of their own, at a height of its own, under their first character. */
async function unmarked(view: TextWindow, spans: readonly Entity[]): Promise<string[]> {
  const letters = await firstLetters(view, spans);
  return spans.flatMap(({ id, start }, i) => {
    const here = spans.filter((other) => other.start <= start && start < other.end).length;
    return new Set(letters[i]?.marks).size === here ? [] : [id];
  });
}

/** Spans that no click reaches: on their first character again and again, or on their chip. */
async function beyondReach(view: TextWindow, spans: readonly Entity[]): Promise<string[]> {
  const missed: string[] = [];
  for (const [i, { id }] of spans.entries()) {
    const reached = new Set<unknown>();
    for (let before = -1; !reached.has(id) && reached.size > before; ) {
      before = reached.size;
      // What is selected may need more room: the place is looked up for each click.
      const { x, y, isText } = (await firstLetters(view, spans))[i] ?? { x: 0, y: 0 };
      if (!isText) break;
      await view.page.mouse.click(x, y);
      const chosen = await view.page.evaluate(() => (window as unknown as Told).log.splice(0));
      for (const [what, ref] of chosen) if (what === 'select') reached.add(ref?.id);
    }
    if (!reached.has(id)) missed.push(`${id} by its words`);

    const chip = view.page.locator(`button[data-span="${id}"]`);
    if ((await chip.count()) === 0) continue; // counted with others, or chips are not shown
    await view.set({ selected: null });
    const box = await chip.boundingBox();
    await view.page.mouse.click(
      (box?.x ?? 0) + (box?.width ?? 0) / 2,
      (box?.y ?? 0) + (box?.height ?? 0) / 2,
    );
    const selected = await view.page.evaluate(() => (window as unknown as Told).log.splice(0));
    if (!selected.some(([what, ref]) => what === 'select' && ref?.id === id))
      missed.push(`${id} by its chip`);
  }
  return missed;
}

interface Told {
  readonly log: [what: string, ref: { readonly id?: string } | null][];
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

      // Every span has a chip or is counted, a mark, and a place where clicks reach it.
      if (chips !== 'none') {
        const counted = edited.map((each) => Number(/^\+(\d+)/u.exec(each)?.[1] ?? 1));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(spans.length);
      }
      expect(await unmarked(view, spans)).toEqual([]);
      expect(await beyondReach(view, spans)).toEqual([]);
      await view.set({ selected: null });

      await view.show('');
      await view.show(TEXT, spans);
      expect(await drawn(view)).toEqual(edited);
    });
  }
}
