import type { HistoryLine } from '#api/calls/project.ts';

/** A line of the history panel: a day, or what was done on it. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly title: string }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly line: HistoryLine;
      /** Taken back, and not brought back since. */
      readonly isUndone: boolean;
      readonly time: string;
    };

const DAY = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** Entries that were taken back and not brought back since, by `seq`. */
export function undoneEntries(lines: readonly HistoryLine[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { undoes, redoes } of lines) {
    if (undoes !== undefined) undone.add(undoes);
    if (redoes !== undefined) undone.delete(redoes);
  }
  return undone;
}

/**
 * The history as it is shown: the newest first, by local day.
 * @param lines oldest first.
 */
export function historyRows(lines: readonly HistoryLine[], now: Date): readonly HistoryRow[] {
  const undone = undoneEntries(lines);
  const rows: HistoryRow[] = [];
  let day = '';
  for (const line of [...lines].reverse()) {
    const date = new Date(line.at);
    const title = dayTitle(date, now);
    if (title !== day) {
      rows.push({ kind: 'day', key: `day ${line.seq}`, title });
      day = title;
    }
    const isUndone = undone.has(line.seq);
    rows.push({ kind: 'entry', key: `${line.seq}`, line, isUndone, time: TIME.format(date) });
  }
  return rows;
}

/** A moment in full: `Tuesday, 24 November 2026, 15:30`. @param at ISO 8601. */
export function momentTitle(at: string): string {
  const date = new Date(at);
  return `${DAY.format(date)}, ${TIME.format(date)}`;
}

function dayTitle(date: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'Today';
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return DAY.format(date);
}
