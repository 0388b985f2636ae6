import fc from 'fast-check';
import type { FigureInput, FigureOptions, TextMeasurer } from '#core/figure/figure.ts';
import { normalizeRanges, type Range } from '#core/model/range.ts';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { snapToGraphemes } from '#core/text/segment.ts';

/** Counts letters, narrow and wide ones; a stand-in for a canvas. */
export const MEASURER: TextMeasurer = {
  width: (words, { size }) =>
    [...words].reduce((sum, c) => sum + (/[il.,' ]/u.test(c) ? 0.3 : 0.55) * size, 0),
};

export const OPTIONS: FigureOptions = {
  width: 420,
  textFont: { family: "'Noto Serif', serif", size: 16 },
  labelFont: { family: 'sans-serif', size: 10 },
  chips: true,
};

export const span = (id: string, type: string, ...ranges: readonly Range[]): Span => ({
  kind: 'span',
  id,
  type,
  ranges: normalizeRanges(ranges) ?? [{ start: 0, end: 1 }],
  attributes: {},
  note: '',
});

export const relation = (id: string, type: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type,
  from,
  to,
  attributes: {},
  note: '',
});

const words = fc.constantFrom(
  'Ada',
  'Lovelace met',
  'the very illustrious',
  'a',
  '\n',
  '\n\n',
  '\t',
  '\r\n',
  'עדה לאבלייס',
  'قابلت آدا 42',
  '彼女はロンドンで会った。',
  'สวัสดีชาวโลก',
  'e\u0301 👩🏽‍🔬',
  '<b>&"\'</b>',
  '\u0000\u0007',
  'incomprehensibilities-of-the-unbreakable-kind-that-are-wider-than-most-figures',
);

const TYPES = ['Person', 'Organization', 'Location', 'No such type, with a name of some length'];

/** Any text of several scripts with any spans and relations, some of them outside the range. */
export const anyInput: fc.Arbitrary<FigureInput> = fc
  .record({
    text: fc.array(words, { minLength: 1, maxLength: 40 }).map((all) => all.join(' ')),
    places: fc.array(
      fc.record({
        at: fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 40 })), {
          minLength: 1,
          maxLength: 3,
        }),
        type: fc.constantFrom(...TYPES),
      }),
      { maxLength: 20 },
    ),
    links: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 15 }),
    cut: fc.tuple(fc.nat(1000), fc.nat(1000)),
  })
  .map(({ text, places, links, cut }) => {
    const spans = places.flatMap(({ at, type }, i): Span[] => {
      const ranges = at.map(([start, length]) => {
        const from = start % text.length;
        // As everywhere: no edge is inside a character.
        return snapToGraphemes(text, { start: from, end: Math.min(text.length, from + length) });
      });
      const normal = normalizeRanges(ranges);
      return normal ? [span(`s${i}`, type, ...normal)] : [];
    });
    const relations = links.flatMap(([a, b], i) => {
      const [from, to] = [spans[a % (spans.length || 1)], spans[b % (spans.length || 1)]];
      return from && to && from !== to
        ? [relation(`r${i}`, i % 2 === 0 ? 'works for' : 'located in', from.id, to.id)]
        : [];
    });
    const [a, b] = cut.map((at) => at % (text.length + 1)).sort((x, y) => x - y);
    return {
      text,
      range: snapToGraphemes(text, { start: a ?? 0, end: Math.max(b ?? 0, a ?? 0) }),
      spans,
      relations,
      schema: DEFAULT_SCHEMA,
      quoteOf: (id) => `words of ${id}`,
    };
  });

export const anyOptions: fc.Arbitrary<FigureOptions> = fc
  .record({ width: fc.integer({ min: 200, max: 900 }), chips: fc.boolean() })
  .map((some) => ({ ...OPTIONS, ...some }));
