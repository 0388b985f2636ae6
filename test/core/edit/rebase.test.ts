import { describe, expect, test } from 'vitest';
import { applyToRecords } from '#core/edit/apply.ts';
import type { Change } from '#core/edit/change.ts';
import { addRelation } from '#core/edit/commands/add-relation.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { removeRelation } from '#core/edit/commands/remove-relation.ts';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { retypeSpan } from '#core/edit/commands/retype-span.ts';
import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import { setNote } from '#core/edit/commands/set-note.ts';
import { invert } from '#core/edit/invert.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { describeLeftOut } from '#core/edit/left-out.ts';
import { rebase } from '#core/edit/rebase.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { RECORDS, SCHEMA } from '../example.ts';
import { done } from './commands/outcome.ts';

const start = new SetIndex(RECORDS);
const edited = (set: SetIndex, change: Change) =>
  new SetIndex(applyToRecords(set.records, change).values());

const retype = (set: SetIndex, type: string, spanId = 'dong') =>
  done(retypeSpan(set, SCHEMA, { spanId, type }));
const note = (set: SetIndex, id: string, text: string) =>
  done(setNote(set, SCHEMA, { id, note: text }));
const remove = (set: SetIndex, spanId: string) => done(removeSpan(set, SCHEMA, { spanId }));

describe('taking an edit back after others', () => {
  test('fields that others changed since stay', () => {
    const first = retype(start, 'Politician');
    const later = edited(edited(start, first), note(edited(start, first), 'dong', 'who?'));
    const { change, leftOut } = rebase(later, invert(first));
    expect(leftOut).toEqual([]);
    expect(edited(later, change).get('dong')).toMatchObject({ type: 'Soldier', note: 'who?' });
  });

  test('a field that got yet another value keeps it, and this is told', () => {
    const first = note(start, 'dong', 'one');
    const second = note(edited(start, first), 'dong', 'two');
    const later = edited(edited(start, first), second);
    const { change, leftOut } = rebase(later, invert(first));
    expect(isEmpty(change)).toBe(true);
    expect(leftOut).toMatchObject([{ id: 'dong', reason: 'changed', field: 'note' }]);
    expect(describeLeftOut(leftOut)).toBe('1 newer value was kept.');
  });

  test('attributes count one by one', () => {
    const give = (set: SetIndex, name: string, value: string | number) =>
      done(setAttribute(set, SCHEMA, { id: 'dong', name, value }));
    const first = give(start, 'rank', 2);
    const later = edited(edited(start, first), give(edited(start, first), 'gender', 'male'));
    const { change, leftOut } = rebase(later, invert(first));
    expect(leftOut).toEqual([]);
    expect(edited(later, change).get('dong')).toMatchObject({
      attributes: { rank: 1, certain: false, gender: 'male' },
    });
  });

  test('a span that is gone stays gone', () => {
    const first = note(start, 'dong', 'one');
    const later = edited(edited(start, first), remove(edited(start, first), 'dong'));
    const { change, leftOut } = rebase(later, invert(first));
    expect(isEmpty(change)).toBe(true);
    expect(leftOut).toMatchObject([{ id: 'dong', reason: 'gone' }]);
    expect(describeLeftOut(leftOut)).toBe('1 annotation had been deleted since and was left out.');
  });

  test('a relation does not come back without its span', () => {
    const first = done(removeRelation(start, SCHEMA, { relationId: 'meets' }));
    const later = edited(edited(start, first), remove(edited(start, first), 'dong'));
    const { change, leftOut } = rebase(later, invert(first));
    expect(isEmpty(change)).toBe(true);
    expect(leftOut).toMatchObject([{ id: 'meets', reason: 'span-gone' }]);
  });

  test('a deleted span comes back with the relations that still have both ends', () => {
    const first = remove(start, 'singh');
    const later = edited(edited(start, first), remove(edited(start, first), 'dong'));
    const { change, leftOut } = rebase(later, invert(first));
    expect(Object.keys(change.added).sort()).toEqual(['holds', 'singh']);
    expect(leftOut).toMatchObject([{ id: 'meets', reason: 'span-gone' }]);
    expect(describeLeftOut(leftOut)).toBe('1 relation was left out, because a span is gone.');
  });

  test('a new span is not taken away from relations made since', () => {
    const ranges = [{ start: 31, end: 34 }];
    const first = done(addSpan(start, SCHEMA, { id: 'new', type: 'Event', ranges }));
    const added = edited(start, first);
    const link = { id: 'in', type: 'located in', from: 'new', to: 'qingdao' };
    const later = edited(added, done(addRelation(added, SCHEMA, link)));
    const { change, leftOut } = rebase(later, invert(first));
    expect(isEmpty(change)).toBe(true);
    expect(leftOut).toMatchObject([{ id: 'new', reason: 'in-use' }]);
    expect(describeLeftOut(leftOut)).toBe('1 span was kept, because relations made since use it.');
  });

  test('what is as wanted already is not mentioned', () => {
    const first = remove(start, 'qingdao');
    expect(rebase(start, invert(first))).toEqual({
      change: invert({ ...first, removed: {} }),
      leftOut: [],
    });
    expect(describeLeftOut([])).toBeNull();
  });

  test('what came back otherwise is left as found', () => {
    const first = remove(start, 'qingdao');
    const later = edited(start, note(start, 'qingdao', 'other'));
    const { change, leftOut } = rebase(later, invert(first));
    expect(isEmpty(change)).toBe(true);
    expect(leftOut).toMatchObject([{ id: 'qingdao', reason: 'exists' }]);
  });

  test('a span is kept where the relation that was to leave it cannot', () => {
    const meets = start.relation('meets');
    const qingdao = start.get('qingdao');
    const singh = start.get('singh');
    if (!(meets && qingdao && singh)) throw new Error('not in the example');
    const move: Change = {
      added: {},
      updated: { meets: [meets, { ...meets, from: 'qingdao' }] },
      removed: { singh },
    };
    const without = new SetIndex(RECORDS.filter(({ id }) => id !== 'holds' && id !== 'qingdao'));
    const { change, leftOut } = rebase(without, move);
    expect(isEmpty(change)).toBe(true);
    expect(leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['meets', 'span-gone'],
      ['singh', 'in-use'],
    ]);
    const { change: whole } = rebase(
      new SetIndex(RECORDS.filter(({ id }) => id !== 'holds')),
      move,
    );
    expect(whole).toEqual(move);
  });

  test('a relation that dangles already can still be written on', () => {
    const dangling = new SetIndex(RECORDS.filter(({ id }) => id !== 'dong'));
    const first = note(dangling, 'meets', 'when?');
    expect(rebase(dangling, first)).toEqual({ change: first, leftOut: [] });
  });

  test('a record of another kind under the same id is nobody’s to remove', () => {
    const ranges = [{ start: 31, end: 34 }];
    const first = done(addSpan(start, SCHEMA, { id: 'label:topic', type: 'Event', ranges }));
    const label = { kind: 'label', id: 'label:topic', name: 'topic', value: 'trade' } as const;
    const { change, leftOut } = rebase(new SetIndex([...RECORDS, label]), invert(first));
    expect([isEmpty(change), leftOut]).toEqual([true, []]);
  });

  test('a field that somebody set back by hand is not mentioned', () => {
    const first = note(start, 'dong', 'one');
    const other = edited(start, retype(start, 'Politician'));
    const { change, leftOut } = rebase(other, invert(first));
    expect([isEmpty(change), leftOut]).toEqual([true, []]);
  });
});
