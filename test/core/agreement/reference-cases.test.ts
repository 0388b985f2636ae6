import { describe, expect, test } from 'vitest';
import { CASES_FILE, type Case, readCases } from './cases.ts';
import { MEASURES } from './measures.ts';

const cases = readCases();

describe.skipIf(cases === undefined)(`reference values (skipped: no ${CASES_FILE})`, () => {
  test.each((cases ?? []).map((each) => [`${each.id} ${each.name}`, each] as const))(
    '%s',
    (_, each) => {
      const measure = MEASURES[each.measure];
      if (!measure) throw new Error(`there is no measure ‘${each.measure}’`);
      expectClose(measure(each), each.expected, each);
    },
  );
});

/** Every value that the case expects is there, and as exact as the case asks. */
function expectClose(actual: unknown, expected: unknown, { tolerance, id }: Case, path = ''): void {
  const where = `${id}${path}`;
  if (typeof expected === 'number') {
    expect(typeof actual, where).toBe('number');
    expect(
      Math.abs(Number(actual) - expected),
      `${where}: ${String(actual)}, not ${expected}`,
    ).toBeLessThanOrEqual(tolerance);
  } else if (Array.isArray(expected)) {
    expect(actual, where).toHaveLength(expected.length);
    for (const [i, each] of expected.entries()) {
      expectClose(
        Array.isArray(actual) ? actual[i] : undefined,
        each,
        { tolerance, id } as Case,
        `${path}[${i}]`,
      );
    }
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      if (key === 'error') {
        expect(actual, where).toHaveProperty('error');
        continue;
      }
      const found =
        typeof actual === 'object' && actual !== null ? Reflect.get(actual, key) : undefined;
      expectClose(found, value, { tolerance, id } as Case, `${path}.${key}`);
    }
  } else expect(actual, where).toEqual(expected);
}
