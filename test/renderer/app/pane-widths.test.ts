import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MIN, paneWidths } from '../../../src/renderer/app/pane-widths.ts';

test('in a wide window everyone gets what they wish', () => {
  expect(paneWidths(1600, { documents: 260, inspector: 300 })).toEqual({
    documents: 260,
    inspector: 300,
  });
});

test('from 800 pixels on the text keeps its least width, and no pane is narrower than its own', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 800, max: 3000 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 2000 }),
      (window, documents, inspector) => {
        const widths = paneWidths(window, { documents, inspector });
        expect(window - widths.documents - widths.inspector).toBeGreaterThanOrEqual(MIN.text);
        expect(widths.documents).toBeGreaterThanOrEqual(MIN.documents);
        expect(widths.inspector).toBeGreaterThanOrEqual(MIN.inspector);
      },
    ),
  );
});

test('a pane that is closed stays closed', () => {
  expect(paneWidths(500, { documents: 0, inspector: 0 })).toEqual({ documents: 0, inspector: 0 });
});
