import { beforeEach, expect, test } from 'vitest';
import { say, unsayAll, unsayOutdated, useMessages } from '../../../src/renderer/state/messages.ts';

const said = () => useMessages.getState().messages.map(({ text }) => text);
const undo = (at: string) => ({ label: `Undo ${at}`, run: () => undefined, at });

beforeEach(unsayAll);

test('no more than three messages stand at a time, the newest of them', () => {
  for (const text of ['one', 'two', 'three', 'four']) say('error', text);
  expect(said()).toEqual(['two', 'three', 'four']);
});

test('a message that offers to undo an action goes away once another action is the last', () => {
  say('info', 'Imported.', undo('10:00'));
  say('error', 'The disk is full.', { label: 'Try again', run: () => undefined });
  unsayOutdated('10:00');
  expect(said()).toEqual(['Imported.', 'The disk is full.']);
  unsayOutdated(undefined);
  expect(said()).toEqual(['The disk is full.']);
});
