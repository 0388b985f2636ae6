import fc from 'fast-check';
import type { AgreementSpan } from '#core/agreement/agreement-span.ts';
import type { Item } from '#core/agreement/coding/items.ts';
import type { Unit } from '#core/agreement/unitizing/unit.ts';

/** Random inputs per measure; more by the variable. */
export const RUNS = Number(process.env['GLOSSATOR_RUNS'] ?? 1_000);
export const LENGTH = 60;

const label = fc.constantFrom('PER', 'ORG', 'LOC');

export const unit: fc.Arbitrary<Unit> = fc
  .record({
    start: fc.integer({ min: 0, max: LENGTH - 1 }),
    size: fc.integer({ min: 1, max: 12 }),
    label,
  })
  .map(({ start, size, label: given }) => ({
    start,
    end: Math.min(LENGTH, start + size),
    label: given,
  }));

/** One in four spans has a second piece. */
export const span: fc.Arbitrary<AgreementSpan> = fc
  .tuple(unit, fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }))
  .map(([{ start, end, label: given }, gap]) => {
    const first = { start, end };
    const second = { start: end + (gap ?? 0), end: end + (gap ?? 0) + 3 };
    const fits = gap !== null && second.end <= LENGTH;
    return { label: given, ranges: fits ? [first, second] : [first] };
  });

export const spans = fc.array(span, { maxLength: 9 });
export const pair = fc.tuple(spans, spans);

/** Units of one annotator that do not overlap: cut out of the text from left to right. */
export const partitionedUnits: fc.Arbitrary<readonly Unit[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 6 }),
      size: fc.integer({ min: 1, max: 9 }),
      label,
    }),
    { maxLength: 6 },
  )
  .map((pieces) => {
    let at = 0;
    return pieces.flatMap(({ gap, size, label: given }) => {
      const start = at + gap;
      at = start + size;
      return at > LENGTH ? [] : [{ start, end: at, label: given }];
    });
  });

const coded: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c');
const given: fc.Arbitrary<string | null> = fc.option(coded, { freq: 6 });

/** Items of two annotators, some not labelled. */
export const pairedItems: fc.Arbitrary<readonly Item[]> = fc.array(fc.tuple(given, given), {
  maxLength: 20,
});

/** Items that each of three annotators labelled. */
export const fullItems: fc.Arbitrary<readonly Item[]> = fc.array(fc.tuple(coded, coded, coded), {
  maxLength: 20,
});

/** New names for the labels, each another. */
export const rename = (given: string): string =>
  ({ PER: 'zz', ORG: 'mm', LOC: 'aa', a: 'z', b: 'm', c: 'a' })[given] ?? given;
