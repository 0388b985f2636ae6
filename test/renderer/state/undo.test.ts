import { beforeEach, expect, test, vi } from 'vitest';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { err } from '#core/result.ts';
import { edit, redo, undo } from '../../../src/renderer/state/edit.ts';
import { useMessages } from '../../../src/renderer/state/messages.ts';
import { useSession } from '../../../src/renderer/state/session.ts';
import { settleAll } from '../../../src/renderer/state/sets.ts';
import { opened, openWindow, shown, tag } from './open-window.ts';

let host: Awaited<ReturnType<typeof openWindow>>;
const stored = () => host.stored();

beforeEach(async () => {
  host = await openWindow();
});

test('undo waits for the edit before it and takes it back on disk', async () => {
  tag(0);
  await undo();
  expect(shown()).toEqual([]);
  expect(stored()).toEqual([]);
});

test('an edit made while undo is at work stays, and both are on disk', async () => {
  tag(0);
  await settleAll();
  const undone = undo();
  await Promise.resolve();
  const late = tag(4);
  await undone;
  await settleAll();
  await vi.waitFor(() => expect(stored()).toEqual([late]));
  expect(shown()).toEqual([late]);
  await vi.waitFor(() => expect(useSession.getState().saving).toBe('saved'));
});

test('undo and redo of what was done here show in the same tick, and are on disk after', async () => {
  const ids = [tag(0), tag(4)];
  await settleAll();
  for (const [step, expected] of [
    [undo, [ids[0]]],
    [undo, []],
    [redo, [ids[0]]],
    [redo, ids],
    [undo, [ids[0]]],
  ] as const) {
    const done = step();
    await Promise.resolve();
    expect(shown()).toEqual(expected);
    await done;
    expect(shown()).toEqual(expected);
    expect(stored()).toEqual(expected);
  }
  expect(useSession.getState().undo.redo?.label).toBe(`Tag ${ids[1]}`);
});

test('an undo that the disk refuses comes back on screen, and the reason is said', async () => {
  const id = tag(0);
  await settleAll();
  host.answers['annotations.undo'] = () => err({ code: 'disk', message: 'The disk is full.' });
  const undone = undo();
  await Promise.resolve();
  expect(shown()).toEqual([]);
  await undone;
  expect(shown()).toEqual([id]);
  expect(useMessages.getState().messages.at(-1)?.text).toBe('The disk is full.');
  const edited = tag(4);
  await settleAll();
  expect(stored()).toEqual([id, edited]);
});

test('where the host undoes otherwise than was shown, what it says holds, and edits made meanwhile', async () => {
  const ids = [tag(0), tag(4)];
  await settleAll();
  const plain = host.answers['annotations.undo'];
  host.answers['annotations.undo'] = (args) => {
    const first = plain?.(args);
    return plain?.(args) ?? first ?? err({ code: 'refused', message: 'No.' });
  };
  const undone = undo();
  await Promise.resolve();
  expect(shown()).toEqual([ids[0]]);
  const third = tag(8);
  await undone;
  await settleAll();
  expect(shown()).toEqual([third]);
  expect(stored()).toEqual([third]);
});

test('undo of a deletion selects what came back', async () => {
  const id = tag(0);
  const { index, schema } = opened();
  edit(removeSpan(index, schema, { spanId: id }), 'Delete', 'span.remove');
  await undo();
  expect(shown()).toEqual([id]);
  expect(useSession.getState().selected).toEqual({ kind: 'span', id });
});
