import { expect, test } from 'vitest';
import { applyToRecords } from '#core/edit/apply.ts';
import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import { setDocumentNote } from '#core/edit/commands/set-document-note.ts';
import { setLabel } from '#core/edit/commands/set-label.ts';
import { setNote } from '#core/edit/commands/set-note.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { RECORDS, SCHEMA, span } from '../../example.ts';
import { done, refused } from './outcome.ts';

const set = new SetIndex(RECORDS);
const give = (id: string, name: string, value: AttributeValue | undefined) =>
  setAttribute(set, SCHEMA, { id, name, value });

test.each([
  ['singh', 'gender', 'male'],
  ['singh', 'remark', 'tall'],
  ['singh', 'certain', false],
  ['dong', 'rank', 2.5],
  ['dong', 'fields', ['navy', 'army']],
  ['dong', 'gender', 'male'],
  ['holds', 'former', true],
] as const)('%s: %s becomes %j', (id, name, value) => {
  const after = done(give(id, name, value)).updated[id]?.[1];
  expect(after).toMatchObject({ attributes: { [name]: value } });
  expect(after).toMatchObject({ id, kind: set.get(id)?.kind });
});

test.each([
  ['singh', 'gender', 'unknown', 'bad-value'],
  ['singh', 'gender', true, 'bad-value'],
  ['singh', 'certain', 'yes', 'bad-value'],
  ['dong', 'rank', '2', 'bad-value'],
  ['dong', 'rank', Number.NaN, 'bad-value'],
  ['dong', 'fields', ['air'], 'bad-value'],
  ['dong', 'fields', ['army', 'army'], 'bad-value'],
  ['dong', 'fields', 'army', 'bad-value'],
  ['singh', 'remark', 5, 'bad-value'],
  ['singh', 'rank', 5, 'unknown-name'],
  ['meets', 'former', true, 'unknown-name'],
  ['nobody', 'certain', true, 'no-such-record'],
] as const)('%s: %s is not given %j', (id, name, value, code) => {
  expect(refused(give(id, name, value)).code).toBe(code);
});

test.each([undefined, '', []])('%j takes a value away', (value) => {
  expect(done(give('dong', 'rank', value)).updated['dong']?.[1]).toMatchObject({
    attributes: { certain: false },
  });
  expect(isEmpty(done(give('dong', 'gender', value)))).toBe(true);
});

test('values of attributes that the schema does not know can be taken away', () => {
  const old = new SetIndex([span('s', 'Person', 'Dong Jun', { attributes: { shoe: 44 } })]);
  const change = done(setAttribute(old, SCHEMA, { id: 's', name: 'shoe', value: undefined }));
  expect(change.updated['s']?.[1]).toMatchObject({ attributes: {} });
});

test('an attribute may be named like something of JavaScript’s own', () => {
  expect(refused(give('singh', 'constructor', true)).code).toBe('unknown-name');
  expect(isEmpty(done(give('singh', 'constructor', undefined)))).toBe(true);
});

test('notes on spans, relations and the document are written and taken away', () => {
  const noted = done(setNote(set, SCHEMA, { id: 'meets', note: 'when?' }));
  expect(noted.updated['meets']?.[1]).toMatchObject({ note: 'when?' });
  expect(isEmpty(done(setNote(set, SCHEMA, { id: 'meets', note: '' })))).toBe(true);
  expect(refused(setNote(set, SCHEMA, { id: 'label:topic', note: 'x' })).code).toBe(
    'no-such-record',
  );

  const written = done(setDocumentNote(set, SCHEMA, { text: 'read again' }));
  const after = new SetIndex(applyToRecords(set.records, written).values());
  expect(after.note()).toBe('read again');
  expect(done(setDocumentNote(after, SCHEMA, { text: '' })).removed['note']).toBeDefined();
  expect(isEmpty(done(setDocumentNote(set, SCHEMA, { text: '' })))).toBe(true);
});

test('document labels are given, changed and taken away', () => {
  const label = (value: AttributeValue | undefined, name = 'topic', on = set) =>
    setLabel(on, SCHEMA, { name, value });
  const given = done(label('trade'));
  expect(given.added['label:topic']).toMatchObject({ name: 'topic', value: 'trade' });
  const after = new SetIndex(applyToRecords(set.records, given).values());
  expect(done(label('defence', 'topic', after)).updated['label:topic']?.[1]).toMatchObject({
    value: 'defence',
  });
  expect(done(label(undefined, 'topic', after)).removed['label:topic']).toBeDefined();
  expect(refused(label('sport')).code).toBe('bad-value');
  expect(refused(label('yes', 'mood')).code).toBe('unknown-name');
  expect(isEmpty(done(label(undefined, 'mood')))).toBe(true);
});

test('the status is set once, and kept with the time', () => {
  const [at, later] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
  expect(isEmpty(done(setStatus(set, SCHEMA, { status: 'new', at })))).toBe(true);
  const change = done(setStatus(set, SCHEMA, { status: 'done', at }));
  const after = new SetIndex(applyToRecords(set.records, change).values());
  expect(after.status()).toMatchObject({ status: 'done', at });
  expect(isEmpty(done(setStatus(after, SCHEMA, { status: 'done', at: later })))).toBe(true);
  const back = done(setStatus(after, SCHEMA, { status: 'new', at: later }));
  expect(back.updated['status']?.[1]).toMatchObject({ status: 'new', at: later });
});
