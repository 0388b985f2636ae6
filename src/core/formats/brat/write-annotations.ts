import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import { offsetsOf } from '../../text/offsets.ts';
import type { StoredNames } from '../stored-names.ts';
import { inOneLine, linesOfNote } from './fragments.ts';
import { isEvent, planSet } from './plan-set.ts';

/** What files of brat said that records do not hold. */
export interface Remembered {
  readonly ends: ReadonlyMap<string, readonly [string, string]>;
  readonly unknown: readonly string[];
}

/** An attribute of this name with a value like `database:id words` is a normalization. */
const REFERENCE = /^[^\s:]+:\S+(?: \S.*)?$/su;

/** Lines of the `.ann` file of a set, each with its line break. */
export function* writeAnnotations(
  text: string,
  records: readonly AnnotationRecord[],
  names: StoredNames,
  remembered: Remembered | undefined,
): Generator<string> {
  const offsets = offsetsOf(text);
  const plan = planSet(text, records);
  const fileIds = new Map<string, string>(plan.spans.map(({ span, id }) => [span.id, id]));
  const fileId = (id: string) => fileIds.get(id) ?? id;
  let trigger = plan.spans.reduce(
    (most, { id }) => (isEvent({ id }) ? most : Math.max(most, Number(id.slice(1)))),
    0,
  );
  for (const planned of plan.spans) {
    const type = names.of(planned.span.type);
    const places = planned.pieces.map(
      ({ start, end }) => `${offsets.toCodePoints(start)} ${offsets.toCodePoints(end)}`,
    );
    const words = planned.pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
    const id = isEvent(planned) ? `T${++trigger}` : planned.id;
    yield `${id}\t${type} ${places.join(';')}\t${words}\n`;
    if (!isEvent(planned)) continue;
    const counts = new Map<string, number>();
    let line = `${planned.id}\t${type}:${id}`;
    for (const { type: role, to } of plan.roles.get(planned.span.id) ?? []) {
      const name = names.of(role);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      line += ` ${name}${count > 1 ? count : ''}:${fileId(to)}`;
    }
    yield `${line}\n`;
  }
  for (const { relation, id } of plan.relations) {
    const [a, b] = remembered?.ends.get(relation.type) ?? ['Arg1', 'Arg2'];
    const ends = `${a}:${fileId(relation.from)} ${b}:${fileId(relation.to)}`;
    yield `${id}\t${names.of(relation.type)} ${ends}\t\n`;
  }
  for (const { type, members } of plan.same) {
    yield `*\t${names.of(type)} ${members.map(fileId).join(' ')}\n`;
  }
  const targets = [
    ...plan.spans.map(({ span, id }) => ({ record: span, id })),
    ...plan.relations.map(({ relation, id }) => ({ record: relation, id })),
  ];
  const taken = new Set(remembered?.unknown.map((line) => line.split('\t')[0]));
  const next = new Map<string, number>();
  const newId = (letter: string) => {
    let number = (next.get(letter) ?? 0) + 1;
    while (taken.has(`${letter}${number}`)) number++;
    next.set(letter, number);
    return `${letter}${number}`;
  };
  for (const { record, id } of targets) {
    for (const [name, value] of namedValues(record.attributes)) {
      if (name === 'Reference' && typeof value === 'string' && REFERENCE.test(value)) {
        const [entry = '', ...words] = inOneLine(value).split(' ');
        yield `${newId('N')}\tReference ${id} ${entry}\t${words.join(' ')}\n`;
      } else {
        yield `${newId('A')}\t${names.of(name)} ${id}${value === true ? '' : ` ${inOneLine(String(value))}`}\n`;
      }
    }
    if (record.note === '') continue;
    for (const line of linesOfNote(record.note)) {
      const [, type = 'AnnotatorNotes', words = line] =
        /^\[([A-Za-z0-9_-]+)\] (.*)$/su.exec(line) ?? [];
      yield `${newId('#')}\t${type} ${id}\t${words}\n`;
    }
  }
  for (const line of remembered?.unknown ?? []) yield `${line}\n`;
}

/** One entry for each line: values that are no or empty have none, lists have one for each value. */
function namedValues(attributes: Attributes): readonly (readonly [string, AttributeValue])[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => {
      const values: readonly AttributeValue[] =
        typeof value === 'object' ? value : value === false ? [] : [value];
      return values.filter((one) => one !== '').map((one) => [name, one] as const);
    });
}
