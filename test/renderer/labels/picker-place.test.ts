import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pickerPlace } from '../../../src/renderer/labels/picker-place.ts';

const line = (top: number) => ({ top, bottom: top + 30 });

describe('where the relation picker opens', () => {
  test('below the target, where there is room', () => {
    expect(pickerPlace(line(200), line(100), 800, 400)).toEqual({
      top: 240,
      bottom: 800,
      side: 'bottom',
    });
  });

  test('above both ends, where there is none below them', () => {
    expect(pickerPlace(line(600), line(500), 800, 400)).toEqual({
      top: 0,
      bottom: 490,
      side: 'top',
    });
  });

  test('below both where the source is close below the target', () => {
    expect(pickerPlace(line(100), line(140), 800, 400)).toMatchObject({ top: 180, side: 'bottom' });
  });

  test('between them where they are far apart', () => {
    expect(pickerPlace(line(700), line(40), 800, 400)).toEqual({
      top: 80,
      bottom: 690,
      side: 'top',
    });
  });

  test('never over an end that is in view', () => {
    const top = fc.integer({ min: -200, max: 1000 });
    fc.assert(
      fc.property(top, fc.option(top), fc.integer({ min: 300, max: 1000 }), (a, b, height) => {
        const ends = [line(a), b === null ? null : line(b)] as const;
        const place = pickerPlace(...ends, height, 300);
        for (const end of ends) {
          if (!end || end.bottom <= 0 || end.top >= height) continue;
          expect(place.bottom <= end.top || place.top >= end.bottom).toBe(true);
        }
        expect(place.bottom).toBeGreaterThan(place.top);
      }),
    );
  });
});
