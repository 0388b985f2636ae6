import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LayoutCache } from '#core/layout/layout-cache.ts';
import { layoutWindows, WINDOW } from '#core/layout/layout-windows.ts';
import { CHIP_GAP, packChips } from '#core/layout/pack-chips.ts';
import { packLanes } from '#core/layout/pack-lanes.ts';
import { layOutSpans, type SpanLayout } from '#core/layout/span-layout.ts';
import { normalizeRanges, type Range } from '#core/model/range.ts';
import type { Span } from '#core/model/span.ts';

const FROM = 100;
const TO = 200;

const range = fc
  .tuple(fc.integer({ min: FROM - 20, max: TO + 20 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]): Range => ({ start, end: start + length }));

const spans = fc
  .array(fc.array(range, { minLength: 1, maxLength: 3 }), { maxLength: 25 })
  .map((lists) =>
    lists.flatMap((ranges, i): Span[] => {
      const normal = normalizeRanges(ranges);
      if (!normal) return [];
      return [{ kind: 'span', id: `s${i}`, type: 'T', ranges: normal, attributes: {}, note: '' }];
    }),
  );

/** From its first to its last character inside the paragraph. */
function extent({ pieces }: SpanLayout): Range {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

/** The most extents that share one character, counted character by character. */
function mostAtOnePlace(layouts: readonly SpanLayout[]): number {
  let most = 0;
  for (let at = FROM; at < TO; at++) {
    const here = layouts.filter((l) => extent(l).start <= at && at < extent(l).end).length;
    most = Math.max(most, here);
  }
  return most;
}

test('each span with a character in the paragraph is laid out, with exactly those characters', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const layouts = layOutSpans(all, FROM, TO);
      const charactersOf = (ranges: readonly Range[]) => {
        const inside: number[] = [];
        for (const { start, end } of ranges)
          for (let at = start; at < end; at++) if (at >= FROM && at < TO) inside.push(at);
        return inside;
      };
      const expected = all.filter((span) => charactersOf(span.ranges).length > 0);
      expect(layouts.map((l) => l.span.id).sort()).toEqual(expected.map((s) => s.id).sort());
      for (const { span, pieces } of layouts)
        expect(charactersOf(pieces)).toEqual(charactersOf(span.ranges));
    }),
  );
});

test('overlapping spans never share a level, and there are no more levels than needed', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const layouts = layOutSpans(all, FROM, TO);
      for (const a of layouts)
        for (const b of layouts) {
          if (a === b || a.level !== b.level) continue;
          const overlap = extent(a).start < extent(b).end && extent(b).start < extent(a).end;
          expect(overlap).toBe(false);
        }
      const levels = Math.max(0, ...layouts.map((l) => l.level + 1));
      expect(levels).toBe(mostAtOnePlace(layouts));
    }),
  );
});

test('a span inside another lies nearer to the text', () => {
  const outer = spanOf('outer', [{ start: 110, end: 150 }]);
  const inner = spanOf('inner', [{ start: 120, end: 130 }]);
  const layouts = layOutSpans([inner, outer], FROM, TO);
  expect(layouts.map((l) => [l.span.id, l.level])).toEqual([
    ['outer', 1],
    ['inner', 0],
  ]);
});

test('a discontinuous span keeps its level free across its gap', () => {
  const split = spanOf('split', [
    { start: 110, end: 115 },
    { start: 130, end: 135 },
  ]);
  const between = spanOf('between', [{ start: 120, end: 125 }]);
  const [first, second] = layOutSpans([split, between], FROM, TO);
  expect(first?.joins).toEqual([{ start: 115, end: 130 }]);
  expect(first?.level).not.toBe(second?.level);
});

test('the cache gives after any edit what a layout from scratch gives, and keeps what is the same', () => {
  fc.assert(
    fc.property(spans, fc.nat(), (all, pick) => {
      const cache = new LayoutCache();
      const before = cache.get(FROM, TO, all);
      expect(cache.get(FROM, TO, [...all])).toBe(before);
      const victim = all.length === 0 ? -1 : pick % all.length;
      const edited = all.flatMap((span, i) => {
        if (i !== victim) return [span];
        return pick % 2 === 0 ? [] : [{ ...span, ranges: [{ start: FROM, end: TO }] as const }];
      });
      expect(cache.get(FROM, TO, edited)).toEqual(layOutSpans(edited, FROM, TO));
    }),
  );
});

test('no two chips overlap, and none moves farther than it may', () => {
  const wish = fc.record({
    left: fc.integer({ min: 0, max: 600 }),
    width: fc.integer({ min: 8, max: 120 }),
    slack: fc.integer({ min: 0, max: 80 }),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
      const chips = packChips(wishes).map((place, i) => ({
        ...place,
        right: place.left + (wishes[i]?.width ?? 0),
        moved: place.left - (wishes[i]?.left ?? 0),
        slack: wishes[i]?.slack ?? 0,
      }));
      expect(chips).toHaveLength(wishes.length);
      for (const [i, a] of chips.entries()) {
        expect(a.moved).toBeGreaterThanOrEqual(0);
        expect(a.moved).toBeLessThanOrEqual(a.slack);
        for (const b of chips.slice(i + 1)) {
          if (a.row !== b.row) continue;
          expect(a.right + CHIP_GAP <= b.left || b.right + CHIP_GAP <= a.left).toBe(true);
        }
      }
    }),
  );
});

test('no two lines of one lane meet, and the lanes have no holes', () => {
  const wish = fc
    .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 300 }))
    .map(([left, width]) => ({ left, right: left + width }));
  fc.assert(
    fc.property(
      fc.array(wish, { maxLength: 40 }),
      fc.integer({ min: 0, max: 10 }),
      (wishes, gap) => {
        const lanes = packLanes(wishes, gap);
        for (const [i, a] of wishes.entries())
          for (const [j, b] of wishes.entries()) {
            if (i === j || lanes[i] !== lanes[j]) continue;
            expect(a.right + gap <= b.left || b.right + gap <= a.left).toBe(true);
          }
        const used = new Set(lanes);
        for (let lane = 0; lane < used.size; lane++) expect(used.has(lane)).toBe(true);
      },
    ),
  );
});

test('windows of a giant line cover what is in view and stay where they are when it scrolls', () => {
  const line = { start: 50, end: 50 + 10 * WINDOW + 17 };
  fc.assert(
    fc.property(fc.nat(10 * WINDOW), fc.integer({ min: 1, max: 9000 }), (offset, length) => {
      const visible = { start: 50 + offset, end: 50 + offset + length };
      const windows = layoutWindows(line, visible);
      expect(windows[0]?.start).toBeLessThanOrEqual(visible.start);
      expect(windows.at(-1)?.end).toBeGreaterThanOrEqual(Math.min(line.end, visible.end));
      for (const [i, w] of windows.entries()) {
        expect((w.start - line.start) % WINDOW).toBe(0);
        if (i > 0) expect(w.start).toBe(windows[i - 1]?.end);
      }
    }),
  );
  expect(layoutWindows({ start: 0, end: WINDOW }, { start: 10, end: 20 })).toEqual([
    { start: 0, end: WINDOW },
  ]);
});

function spanOf(id: string, ranges: Span['ranges']): Span {
  return { kind: 'span', id, type: 'T', ranges, attributes: {}, note: '' };
}
