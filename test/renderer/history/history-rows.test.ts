import { expect, test } from 'vitest';
import type { HistoryLine } from '#api/calls/project.ts';
import { historyRows, undoneEntries } from '../../../src/renderer/history/history-rows.ts';

const line = (seq: number, at: string, rest: Partial<HistoryLine> = {}): HistoryLine => ({
  seq,
  at,
  by: 'Anna',
  label: `Edit ${seq}`,
  code: 'test',
  ...rest,
});
const NOW = new Date('2026-11-24T15:00:00');
const day = (date: string, time: string) => new Date(`${date}T${time}`).toISOString();

test('the newest entry comes first, below its day', () => {
  const lines = [
    line(1, day('2026-11-20', '09:00:00')),
    line(2, day('2026-11-23', '09:00:00')),
    line(3, day('2026-11-24', '09:00:00')),
    line(4, day('2026-11-24', '10:00:00')),
  ];
  const shown = historyRows(lines, NOW).map((row) =>
    row.kind === 'day' ? row.title : row.line.seq,
  );
  expect(shown.slice(0, 5)).toEqual(['Today', 4, 3, 'Yesterday', 2]);
  expect(shown[5]).toMatch(/20/u);
  expect(shown[6]).toBe(1);
});

test('an entry taken back is undone until it is brought back', () => {
  const at = day('2026-11-24', '09:00:00');
  const lines = [line(1, at), line(2, at), line(3, at, { undoes: 2 }), line(4, at, { undoes: 1 })];
  expect([...undoneEntries(lines)].sort()).toEqual([1, 2]);
  expect([...undoneEntries([...lines, line(5, at, { redoes: 1 })])]).toEqual([2]);
});
