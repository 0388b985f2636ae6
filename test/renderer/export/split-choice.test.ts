import { expect, test } from 'vitest';
import { NO_SPLIT, splitFor } from '../../../src/renderer/export/split-choice.ts';

const filled = (train: string, dev: string, test: string, seed = '1') =>
  splitFor({ ...NO_SPLIT, isOn: true, percent: { train, dev, test }, seed });

test('no split where none is wanted, whatever stands in the fields', () => {
  expect(splitFor({ ...NO_SPLIT, seed: 'x' })).toEqual({ fault: null });
});

test('numbers as people write them', () => {
  expect(filled('80', '10', '10', '42').split).toEqual({
    ...{ percent: { train: 80, dev: 10, test: 10 }, seed: 42, layout: 'folders' },
  });
  expect(filled(' 33,3 ', '33.3', '33.4').split?.percent.train).toBe(33.3);
});

test.each([
  [['80', '10', ''], /percentage/u],
  [['80', '-10', '30'], /percentage/u],
  [['80', '10', '5'], /add up to 95/u],
  [['80', '10', '10', '1.5'], /seed/u],
  [['80', '10', '10', '5000000000'], /seed/u],
] as const)('%j is told', ([train, dev, test, seed], message) => {
  const { split, fault } = filled(train, dev, test, seed);
  expect(split).toBeUndefined();
  expect(fault).toMatch(message);
});
