import type { Range } from '../../model/range.ts';
import type { AgreementSpan } from '../agreement-span.ts';
import type { Counts } from '../counts.ts';

/**
 * Counts characters that both annotators marked: sets of (offset, label), or of offsets alone.
 * In UTF-16 code units; a character marked twice with one label counts once.
 */
export function characterCounts(
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
  isLabelled: boolean,
): Counts {
  const ours = coverage(first, isLabelled);
  const theirs = coverage(second, isLabelled);
  let matches = 0;
  for (const [label, ranges] of ours) matches += sharedOf(ranges, theirs.get(label) ?? []);
  return { matches, first: lengthOf(ours), second: lengthOf(theirs) };
}

/** Ranges marked with each label, joined; under one key where labels do not count. */
function coverage(
  spans: readonly AgreementSpan[],
  isLabelled: boolean,
): ReadonlyMap<string, readonly Range[]> {
  const byLabel = new Map<string, Range[]>();
  for (const { ranges, label } of spans) {
    const key = isLabelled ? label : '';
    const list = byLabel.get(key);
    if (list) list.push(...ranges);
    else byLabel.set(key, [...ranges]);
  }
  return new Map([...byLabel].map(([label, ranges]) => [label, join(ranges)]));
}

function join(ranges: Range[]): readonly Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function sharedOf(first: readonly Range[], second: readonly Range[]): number {
  let shared = 0;
  let j = 0;
  for (const { start, end } of first) {
    while ((second[j]?.end ?? Number.POSITIVE_INFINITY) <= start) j++;
    for (let k = j; ; k++) {
      const other = second[k];
      if (!other || other.start >= end) break;
      shared += Math.min(end, other.end) - Math.max(start, other.start);
    }
  }
  return shared;
}

function lengthOf(coverages: ReadonlyMap<string, readonly Range[]>): number {
  let length = 0;
  for (const ranges of coverages.values()) {
    for (const { start, end } of ranges) length += end - start;
  }
  return length;
}
