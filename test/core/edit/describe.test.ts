import { expect, test } from 'vitest';
import { applyToRecords } from '#core/edit/apply.ts';
import type { Change } from '#core/edit/change.ts';
import { addRange } from '#core/edit/commands/add-range.ts';
import { addRelation } from '#core/edit/commands/add-relation.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { removeRelation } from '#core/edit/commands/remove-relation.ts';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { retypeRelation } from '#core/edit/commands/retype-relation.ts';
import { retypeSpan } from '#core/edit/commands/retype-span.ts';
import { reverseRelation } from '#core/edit/commands/reverse-relation.ts';
import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import { setDocumentNote } from '#core/edit/commands/set-document-note.ts';
import { setLabel } from '#core/edit/commands/set-label.ts';
import { setNote } from '#core/edit/commands/set-note.ts';
import { setRanges } from '#core/edit/commands/set-ranges.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { compose } from '#core/edit/compose.ts';
import { describeChange } from '#core/edit/describe.ts';
import { diff } from '#core/edit/diff.ts';
import { invert } from '#core/edit/invert.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { RECORDS, SCHEMA, TEXT } from '../example.ts';
import { done } from './commands/outcome.ts';

const set = new SetIndex(RECORDS);
const spanId = 'singh';
const at = '2026-01-01T00:00:00.000Z';
const note = (id: string, text: string) => done(setNote(set, SCHEMA, { id, note: text }));

test.each<readonly [string, Change]>([
  [
    'Tag Event ‘met Dong Jun’',
    done(addSpan(set, SCHEMA, { id: 'n', type: 'Event', ranges: [{ start: 31, end: 43 }] })),
  ],
  ['Delete Location ‘Qingdao’', done(removeSpan(set, SCHEMA, { spanId: 'qingdao' }))],
  [
    'Delete Person ‘Rajnath Singh’ and 2 relations',
    done(removeSpan(set, SCHEMA, { spanId: 'singh' })),
  ],
  ['Delete Soldier ‘Dong Jun’ and 1 relation', done(removeSpan(set, SCHEMA, { spanId: 'dong' }))],
  [
    'Change Person ‘Rajnath Singh’ to Politician',
    done(retypeSpan(set, SCHEMA, { spanId, type: 'Politician' })),
  ],
  [
    'Move the edges of Person ‘Rajnath Singh’ to ‘Rajnath’',
    done(setRanges(set, SCHEMA, { spanId, ranges: [{ start: 17, end: 24 }] })),
  ],
  [
    'Add words to Person ‘Rajnath Singh’',
    done(addRange(set, SCHEMA, { spanId, range: { start: 0, end: 7 } })),
  ],
  [
    'Set gender of Person ‘Rajnath Singh’ to male',
    done(setAttribute(set, SCHEMA, { id: spanId, name: 'gender', value: 'male' })),
  ],
  [
    'Set certain of Soldier ‘Dong Jun’ to yes',
    done(setAttribute(set, SCHEMA, { id: 'dong', name: 'certain', value: true })),
  ],
  [
    'Set fields of Soldier ‘Dong Jun’ to army, navy',
    done(setAttribute(set, SCHEMA, { id: 'dong', name: 'fields', value: ['army', 'navy'] })),
  ],
  [
    'Clear rank of Soldier ‘Dong Jun’',
    done(setAttribute(set, SCHEMA, { id: 'dong', name: 'rank', value: undefined })),
  ],
  ['Write a note on Person ‘Rajnath Singh’', note('singh', 'who?')],
  ['Write a note on meets from ‘Rajnath Singh’ to ‘Dong Jun’', note('meets', 'when?')],
  [
    'Relate ‘Dong Jun’ to ‘Qingdao’: located in',
    done(addRelation(set, SCHEMA, { id: 'n', type: 'located in', from: 'dong', to: 'qingdao' })),
  ],
  [
    'Delete holds role from ‘Rajnath Singh’ to ‘Defence Minister’',
    done(removeRelation(set, SCHEMA, { relationId: 'holds' })),
  ],
  [
    'Change holds role from ‘Rajnath Singh’ to ‘Defence Minister’ to part of',
    done(retypeRelation(set, SCHEMA, { relationId: 'holds', type: 'part of' })),
  ],
  [
    'Reverse meets from ‘Rajnath Singh’ to ‘Dong Jun’',
    done(reverseRelation(set, SCHEMA, { relationId: 'meets' })),
  ],
  [
    'Label the document topic: trade',
    done(setLabel(set, SCHEMA, { name: 'topic', value: 'trade' })),
  ],
  [
    'Take the label topic off the document',
    invert(done(setLabel(set, SCHEMA, { name: 'topic', value: 'trade' }))),
  ],
  ['Write a note on the document', done(setDocumentNote(set, SCHEMA, { text: 'x' }))],
  ['Delete the note on the document', invert(done(setDocumentNote(set, SCHEMA, { text: 'x' })))],
  ['Mark the document for review', done(setStatus(set, SCHEMA, { status: 'needs-review', at }))],
  ['Mark the document in progress', done(setStatus(set, SCHEMA, { status: 'in-progress', at }))],
  ['Change nothing', diff(new Map(), new Map())],
  ['Add 4 spans and 2 relations', diff(new Map(), set.records)],
  ['Delete 4 spans and 2 relations', diff(set.records, new Map())],
  ['Change 2 spans', compose(note('singh', 'a'), note('dong', 'b'))],
])('%s', (label, change) => {
  expect(describeChange(set, change, TEXT)).toBe(label);
});

test('the status that comes along with a first edit is not mentioned', () => {
  const status = done(setStatus(set, SCHEMA, { status: 'in-progress', at }));
  const both = compose(note('singh', 'who?'), status);
  expect(describeChange(set, both, TEXT)).toBe('Write a note on Person ‘Rajnath Singh’');
});

test('quotes have 40 characters at most, whole ones, in one line', () => {
  const text = `${'👩‍👩‍👧'.repeat(50)}\r\n`;
  const ranges = [{ start: 0, end: text.length }];
  const change = done(addSpan(new SetIndex(), SCHEMA, { id: 'n', type: 'Event', ranges }));
  expect(describeChange(new SetIndex(), change, text)).toBe(`Tag Event ‘${'👩‍👩‍👧'.repeat(40)}…’`);
  const lines = done(
    addSpan(new SetIndex(), SCHEMA, { id: 'n', type: 'Event', ranges: [{ start: 0, end: 5 }] }),
  );
  expect(describeChange(new SetIndex(), lines, 'a \r\nb')).toBe('Tag Event ‘a b’');
});

test('a note that changes or goes is told apart from a new one', () => {
  const noted = new SetIndex(applyToRecords(set.records, note('singh', 'who?')).values());
  const to = (text: string) => done(setNote(noted, SCHEMA, { id: 'singh', note: text }));
  expect(describeChange(noted, to(''), TEXT)).toBe('Delete the note on Person ‘Rajnath Singh’');
  expect(describeChange(noted, to('he'), TEXT)).toBe('Change the note on Person ‘Rajnath Singh’');
});
