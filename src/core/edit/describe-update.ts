import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Attributes } from '../model/attribute.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { formatStatus, formatValue, type Names } from './describe-names.ts';
import { isSame } from './same.ts';

/** Says what became of one record. The two are of one kind, and differ. */
export function describeUpdate(
  before: AnnotationRecord,
  after: AnnotationRecord,
  names: Names,
): string {
  if (after.kind === 'span' && before.kind === 'span') return describeSpan(before, after, names);
  if (after.kind === 'relation' && before.kind === 'relation') {
    return describeRelation(before, after, names);
  }
  switch (after.kind) {
    case 'label':
      return `Label the document ${after.name}: ${formatValue(after.value)}`;
    case 'status':
      return `Mark the document ${formatStatus(after.status)}`;
    default:
      return 'Change the note on the document';
  }
}

function describeSpan(before: Span, after: Span, names: Names): string {
  if (before.type !== after.type) return `Change ${names.span(before)} to ${after.type}`;
  if (!isSame(before.ranges, after.ranges)) {
    const [old, now] = [before.ranges.length, after.ranges.length];
    if (now > old) return `Add words to ${names.span(before)}`;
    if (now < old) return `Take words out of ${names.span(before)}`;
    return `Move the edges of ${names.span(before)} to ${names.quote(after)}`;
  }
  return describeDetails(before, after, names.span(after));
}

function describeRelation(before: Relation, after: Relation, names: Names): string {
  if (before.type !== after.type) return `Change ${names.relation(before)} to ${after.type}`;
  if (before.from === after.to && before.to === after.from) {
    return `Reverse ${names.relation(before)}`;
  }
  if (before.from !== after.from || before.to !== after.to) {
    return `Move the ends of ${names.relation(before)}`;
  }
  return describeDetails(before, after, names.relation(after));
}

function describeDetails(before: Span | Relation, after: Span | Relation, what: string): string {
  if (before.note !== after.note) {
    const verb = after.note === '' ? 'Delete the' : before.note === '' ? 'Write a' : 'Change the';
    return `${verb} note on ${what}`;
  }
  const names = changedNames(before.attributes, after.attributes);
  const [name = ''] = names;
  if (names.length !== 1) return `Change the attributes of ${what}`;
  const value = after.attributes[name];
  return value === undefined
    ? `Clear ${name} of ${what}`
    : `Set ${name} of ${what} to ${formatValue(value)}`;
}

function changedNames(before: Attributes, after: Attributes): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isSame(before[name], after[name]));
}
