import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure, FigureInput } from '#core/figure/figure.ts';
import { layOutFigure } from '#core/figure/lay-out-figure.ts';
import { MARGIN } from '#core/figure/sizes.ts';
import { anyInput, anyOptions, MEASURER, OPTIONS, relation, span } from './examples.ts';

const check = (property: (figure: Figure, input: FigureInput, width: number) => void) =>
  fc.assert(
    fc.property(anyInput, anyOptions, (input, options) =>
      property(layOutFigure(input, options, MEASURER), input, options.width),
    ),
    { numRuns: 300 },
  );

/** Whether a character of the text can be seen: not a blank, not a line end. */
const isSeen = (text: string, at: number) => /\S/u.test(text.charAt(at));

test('every character that can be seen is in one line, once', () => {
  check(({ lines }, { text, range }) => {
    const drawn = lines.flatMap(({ words }) =>
      words.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    );
    const wanted = Array.from({ length: range.end - range.start }, (_, i) => range.start + i);
    expect(drawn.filter((at) => isSeen(text, at)).sort((a, b) => a - b)).toEqual(
      wanted.filter((at) => isSeen(text, at)),
    );
  });
});

test('no two chips overlap, and none leaves the figure', () => {
  check(({ chips, width }) => {
    for (const [i, a] of chips.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(MARGIN - 0.01);
      expect(a.left + a.width).toBeLessThanOrEqual(width - MARGIN + 0.01);
      for (const b of chips.slice(i + 1)) {
        const isApart =
          a.left + a.width <= b.left ||
          b.left + b.width <= a.left ||
          a.top + a.height <= b.top ||
          b.top + b.height <= a.top;
        expect(isApart, `${a.label} and ${b.label}`).toBe(true);
      }
    }
  });
});

test('every span with a character that can be seen has a mark, and where chips are wanted one chip', () => {
  check(({ marks, chips, options }, { text, range, spans }) => {
    for (const { id, ranges } of spans) {
      const isIn = ranges.some((r) => {
        for (let at = Math.max(r.start, range.start); at < Math.min(r.end, range.end); at++)
          if (isSeen(text, at)) return true;
        return false;
      });
      if (!isIn) continue;
      expect(
        marks.some((mark) => mark.spanId === id && !mark.isJoin && mark.right > mark.left),
      ).toBe(true);
      expect(chips.filter((chip) => chip.spanId === id).length).toBe(options.chips ? 1 : 0);
    }
  });
});

test('arcs lie above the chips of their line and below the line before it', () => {
  check(({ arcs, lines, chips }) => {
    for (const { line, y, corners } of arcs) {
      const own = lines[line];
      const before = lines[line - 1];
      if (!own) throw new Error('an arc without a line');
      expect(y).toBeLessThan(own.chipsTop);
      expect(y).toBeGreaterThanOrEqual(own.top);
      expect(y).toBeGreaterThan(before?.bottom ?? 0);
      for (const chip of chips.filter((c) => c.line === line)) expect(y).toBeLessThan(chip.top);
      for (const [, cornerY] of corners) expect(cornerY).toBeLessThanOrEqual(own.baseline);
    }
  });
});

test('no two arcs of one height meet, and no two of their names', () => {
  check(({ arcs }) => {
    for (const [i, a] of arcs.entries())
      for (const b of arcs.slice(i + 1)) {
        if (a.line !== b.line || Math.abs(a.y - b.y) > 1) continue;
        const [x, z] = [extent(a), extent(b)];
        expect(x.right < z.left || z.right < x.left).toBe(true);
      }
  });
});

function extent({ corners, label }: Figure['arcs'][number]) {
  const xs = corners.map(([x]) => x);
  if (label) xs.push(label.left, label.left + label.width);
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

test('no line is wider than asked for, except for a single word that is', () => {
  check(({ lines, options }) => {
    for (const { words } of lines) {
      if (words.length <= 1) continue;
      // A word is what stands between places where a line may end; directions can part it further.
      const bare = words
        .map(({ words: w }) => w)
        .join('')
        .trimEnd();
      const isOneWord = !/\s/u.test(bare);
      const total = Math.max(
        ...words.map((w) => w.left + MEASURER.width(w.words.trimEnd(), options.textFont)),
      );
      if (!isOneWord) expect(total - MARGIN).toBeLessThanOrEqual(options.width + 0.01);
    }
  });
});

test('every relation between spans of the figure is drawn, with its name', () => {
  check(({ arcs, marks }, { relations }) => {
    const drawn = new Set(marks.map(({ spanId }) => spanId));
    for (const { id, from, to } of relations) {
      if (!(drawn.has(from) || drawn.has(to))) continue;
      expect(arcs.some((arc) => arc.relationId === id && arc.label !== null)).toBe(true);
    }
  });
});

test('right-to-left lines stand at the right, with the first word there', () => {
  const text = 'עדה לאבלייס פגשה';
  const figure = layOutFigure(
    {
      text,
      range: { start: 0, end: text.length },
      spans: [span('s', 'Person', { start: 0, end: 3 })],
      relations: [],
      schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
      quoteOf: () => '',
    },
    OPTIONS,
    MEASURER,
  );
  const [line] = figure.lines;
  const lefts = [...(line?.words ?? [])].sort((a, b) => a.start - b.start).map((w) => w.left);
  expect(line?.isRtl).toBe(true);
  expect(lefts).toEqual([...lefts].sort((a, b) => b - a));
  const [mark] = figure.marks;
  expect(mark?.right).toBeCloseTo(OPTIONS.width - MARGIN);
  const [chip] = figure.chips;
  expect((chip?.left ?? 0) + (chip?.width ?? 0)).toBeCloseTo(OPTIONS.width - MARGIN);
});

test('a relation over a line break leaves at the end of a line and comes in at the start of the next', () => {
  const text = 'Ada Lovelace went\nto London';
  const at = text.indexOf('London');
  const figure = layOutFigure(
    {
      text,
      range: { start: 0, end: text.length },
      spans: [
        span('a', 'Person', { start: 0, end: 3 }),
        span('l', 'Location', { start: at, end: at + 6 }),
      ],
      relations: [relation('r', 'located in', 'a', 'l')],
      schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
      quoteOf: () => '',
    },
    OPTIONS,
    MEASURER,
  );
  const [out, into] = figure.arcs;
  expect(out?.corners.at(-1)?.[0]).toBe(OPTIONS.width - MARGIN);
  expect(out?.hasArrow).toBe(false);
  expect(into?.corners[0]?.[0]).toBe(MARGIN);
  expect(into?.hasArrow).toBe(true);
});
