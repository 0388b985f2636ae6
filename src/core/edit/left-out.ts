import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';

/** A part of a change that `rebase` could not carry out. */
export interface LeftOut {
  readonly id: RecordId;
  /** As the change would have had it. */
  readonly record: AnnotationRecord;
  readonly reason:
    | 'gone' // removed since
    | 'type-gone' // the schema has no such type any more
    | 'exists' // came back since, or its id is used for something else
    | 'changed' // the field was given another value since
    | 'span-gone' // a relation one of whose spans is gone
    | 'in-use'; // a span that relations made since hold on to
  /** The field that keeps its newer value, such as `type` or `attributes.certain`. */
  readonly field?: string;
}

const SENTENCES: Readonly<Record<LeftOut['reason'], (n: number) => string>> = {
  gone: (n) => `${count(n, 'annotation')} had been deleted since and ${were(n)} left out.`,
  'type-gone': (n) =>
    `${count(n, 'annotation')} ${were(n)} left out, because the schema no longer has ${n === 1 ? 'its type' : 'their types'}.`,
  exists: (n) => `${count(n, 'annotation')} had been made anew since and ${were(n)} left as found.`,
  changed: (n) => `${count(n, 'newer value')} ${were(n)} kept.`,
  'span-gone': (n) => `${count(n, 'relation')} ${were(n)} left out, because a span is gone.`,
  'in-use': (n) =>
    `${count(n, 'span')} ${were(n)} kept, because relations made since use ${n === 1 ? 'it' : 'them'}.`,
};

/** Says in sentences what was left out; `null` where nothing was. */
export function describeLeftOut(leftOut: readonly LeftOut[]): string | null {
  const counts = new Map<LeftOut['reason'], number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return null;
  return [...counts].map(([reason, n]) => SENTENCES[reason](n)).join(' ');
}

function count(n: number, noun: string): string {
  return `${n === 1 ? '1' : n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

function were(n: number): string {
  return n === 1 ? 'was' : 'were';
}
