import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { completeSchema } from '../complete-schema.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { Loss } from '../losses.ts';
import { inOneLine, joinAtBreaks, linesOfNote } from './fragments.ts';
import { canBeShown } from './names.ts';
import { planSet } from './plan-set.ts';
import { namesIn } from './write-brat.ts';

const WHY = {
  'spans of line breaks only': 'A span of brat has at least one character within a line.',
  'relations without both ends': 'One of their spans is left out.',
  'spans whose edges or gaps are line breaks':
    'brat reads line by line: spans end before line breaks, and what only line breaks part is one span again.',
  'attributes and notes of roles and equivalences':
    'In brat, roles of events and equivalences have neither attributes nor notes.',
  'notes on documents': 'Notes of brat belong to spans and relations.',
  'notes with unusual line breaks': 'Each line of a note is a line of the file.',
  'attribute values that are no or empty': 'brat holds attributes that are given only.',
  numbers: 'All values are text in brat.',
  'values in lists of one': 'A list of one value is read again as that value.',
  'attribute values with tabs or line breaks': 'They are written with blanks instead.',
  'names that brat cannot show':
    'They have a stroke or blanks at their edges; other characters come back.',
} as const;

/** What brat cannot hold of this dataset, besides what no dataset can have in it. */
export function bratLosses(dataset: Dataset): readonly Loss[] {
  const counts = new Map<keyof typeof WHY, number>();
  const add = (what: keyof typeof WHY, count: number) =>
    counts.set(what, (counts.get(what) ?? 0) + count);
  for (const { document, set } of setsOf(dataset)) {
    const { records } = set;
    const plan = planSet(document.text, records);
    add('spans of line breaks only', plan.leftOut.length);
    const relations = records.filter(({ kind }) => kind === 'relation').length;
    const written = plan.relations.length + plan.withoutLine.length;
    add('relations without both ends', relations - written);
    const changed = plan.spans.filter(
      ({ span, pieces }) =>
        JSON.stringify(joinAtBreaks(document.text, pieces)) !== JSON.stringify(span.ranges),
    );
    add('spans whose edges or gaps are line breaks', changed.length);
    const bare = plan.withoutLine.filter(
      ({ attributes, note }) => note !== '' || Object.keys(attributes).length > 0,
    );
    add('attributes and notes of roles and equivalences', bare.length);
    for (const record of records) addRecord(record, add);
  }
  const names = new Set(namesIn(completeSchema(dataset.schema, dataset.documents)));
  add('names that brat cannot show', [...names].filter((name) => !canBeShown(name)).length);
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({ what, count, why: WHY[what] }));
}

function addRecord(
  record: AnnotationRecord,
  add: (what: keyof typeof WHY, count: number) => void,
): void {
  if (record.kind === 'note') add('notes on documents', 1);
  if (!('attributes' in record)) return;
  if (record.note !== linesOfNote(record.note).join('\n')) add('notes with unusual line breaks', 1);
  for (const value of Object.values(record.attributes)) {
    const values: readonly AttributeValue[] = typeof value === 'object' ? value : [value];
    const given = values.filter((one) => one !== false && one !== '');
    if (given.length < Math.max(1, values.length)) add('attribute values that are no or empty', 1);
    if (typeof value === 'object' && given.length === 1) add('values in lists of one', 1);
    if (typeof value === 'number') add('numbers', 1);
    const broken = given.filter((one) => inOneLine(String(one)) !== String(one));
    add('attribute values with tabs or line breaks', broken.length);
  }
}
