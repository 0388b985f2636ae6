import type { AnnotationRecord, SetReader } from '../model/annotation-set.ts';
import type { Change } from './change.ts';
import { type Step, stepsOf } from './change-of.ts';
import { formatStatus, formatValue, type Names, namesIn } from './describe-names.ts';
import { describeUpdate } from './describe-update.ts';

/**
 * Says what an edit does, as history and undo show it: `Tag Person ‘Rajnath Singh’`,
 * `Delete Person ‘Rajnath Singh’ and 2 relations`.
 * @param set the state before the edit.
 * @param text the document's text.
 */
export function describeChange(set: SetReader, change: Change, text: string): string {
  const names = namesIn(set, change, text);
  const all = [...stepsOf(change)];
  // The status that a first edit brings along is not what the edit is about.
  const steps = all.length > 1 ? all.filter((step) => kindOf(step) !== 'status') : all;
  const [first] = steps;
  if (!first) return 'Change nothing';
  if (steps.length === 1) return describeStep(first, names);

  const [, span] = steps.find((step) => kindOf(step) === 'span') ?? first;
  const isOneSpanGone =
    span?.kind === 'span' &&
    steps.every(([, before, after]) => !after && (before === span || before?.kind === 'relation'));
  if (isOneSpanGone) {
    return `Delete ${names.span(span)} and ${count(steps.length - 1, 'relation')}`;
  }
  return describeMany(steps);
}

function describeStep([, before, after]: Step, names: Names): string {
  if (before && after) return describeUpdate(before, after, names);
  const record = after ?? before;
  switch (record?.kind) {
    case 'span':
      return `${after ? 'Tag' : 'Delete'} ${names.span(record)}`;
    case 'relation':
      return after
        ? `Relate ${names.end(record.from)} to ${names.end(record.to)}: ${record.type}`
        : `Delete ${names.relation(record)}`;
    case 'label':
      return after
        ? `Label the document ${record.name}: ${formatValue(record.value)}`
        : `Take the label ${record.name} off the document`;
    case 'note':
      return after ? 'Write a note on the document' : 'Delete the note on the document';
    case 'status':
      return after ? `Mark the document ${formatStatus(record.status)}` : 'Mark the document new';
    default:
      return 'Change nothing';
  }
}

function describeMany(steps: readonly Step[]): string {
  const isAdding = steps.every(([, before]) => !before);
  const isRemoving = steps.every(([, , after]) => !after);
  const verb = isAdding ? 'Add' : isRemoving ? 'Delete' : 'Change';
  const kinds = [
    ['span', 'span'],
    ['relation', 'relation'],
    ['label', 'document label'],
    ['note', 'document note'],
  ] as const;
  const parts = kinds.flatMap(([kind, noun]) => {
    const n = steps.filter((step) => kindOf(step) === kind).length;
    return n > 0 ? [count(n, noun)] : [];
  });
  const last = parts.pop() ?? count(steps.length, 'record');
  return `${verb} ${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}`;
}

function kindOf([, before, after]: Step): AnnotationRecord['kind'] | undefined {
  return (after ?? before)?.kind;
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
