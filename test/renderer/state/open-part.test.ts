import { beforeEach, expect, test, vi } from 'vitest';
import type { OpenSet } from '#api/calls/annotations.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { err, ok } from '#core/result.ts';
import { call } from '../../../src/renderer/state/client.ts';
import { edit, openDocument, whyReadOnly } from '../../../src/renderer/state/edit.ts';
import { setProject } from '../../../src/renderer/state/project.ts';
import { useSession } from '../../../src/renderer/state/session.ts';
import { forgetSets, onSetChanged } from '../../../src/renderer/state/sets.ts';
import { span } from '../../host/workspace.ts';
import { fakeHost, ME } from '../shell/fake-host.ts';

const key = { documentId: 'd0', annotatorId: ME.id };
const all = [span('a', 0, 4), span('b', 9, 12), span('c', 16, 20)];
const set: OpenSet = {
  ...key,
  records: all,
  revision: 7,
  undo: { undo: { label: 'Tag', at: '2026-01-01T00:00:00.000Z' }, redo: null },
  problems: [],
  readOnly: false,
};

let host: ReturnType<typeof fakeHost>;
/** Lets the window go on to its next frame. */
let frames: (() => void)[];

const shown = () => [...(useSession.getState().document?.index.spans() ?? [])].map(({ id }) => id);
const tag = () => {
  const { document, project } = useSession.getState();
  if (!(document && project)) throw new Error('no document is open');
  const args = { id: 'new', type: 'Person', ranges: [{ start: 5, end: 8 }] };
  return edit(addSpan(document.index, project.schema, args), 'Tag', 'span.add');
};

beforeEach(async () => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  host = fakeHost();
  vi.stubGlobal('window', { glossator: host.bridge });
  useSession.setState({ document: null, project: null });
  forgetSets();
  const view = await call('project.view', null);
  if (view.ok) setProject(view.value);
  host.answers['annotations.read'] = ({ near }) =>
    ok(near ? { ...set, records: all.slice(0, 1), readOnly: true, isPart: true } : set);
});

const frame = () => {
  for (const run of frames.splice(0)) run();
};
const partShown = () => vi.waitFor(() => expect(shown()).toEqual(['a']));

test('of a large set, what is near the place is shown first, and cannot be edited until all is there', async () => {
  const opening = openDocument('d0', { at: { start: 9, end: 12 } });
  await partShown();
  const first = host.calls.find(({ method }) => method === 'annotations.read');
  expect(first?.args).toMatchObject({ ...key, near: { start: 0 } });
  expect(useSession.getState().undo.undo).toBeNull();
  expect(whyReadOnly()).toBe('The annotations of this document are still being read.');
  expect(tag()).toBe(false);
  expect(shown()).toEqual(['a']);

  // What a person points at meanwhile stays.
  useSession.setState({ selected: { kind: 'span', id: 'a' } });
  frame();
  expect(await opening).toBe(true);
  expect(shown()).toEqual(['a', 'b', 'c']);
  expect(useSession.getState()).toMatchObject({
    selected: { kind: 'span', id: 'a' },
    undo: set.undo,
    document: { isPart: false, readOnly: false },
  });
  expect(tag()).toBe(true);
  const commit = () => host.calls.find(({ method }) => method === 'annotations.commit');
  await vi.waitFor(() => expect(commit()?.args).toMatchObject({ base: 7 }));
});

test('another document that is opened meanwhile stays', async () => {
  const opening = openDocument('d0');
  await partShown();
  host.answers['annotations.read'] = ({ near: _near, ...other }) =>
    ok({ ...set, ...other, records: [span('x', 0, 4)] });
  expect(await openDocument('d1')).toBe(true);
  frame();
  expect(await opening).toBe(false);
  expect(useSession.getState().document?.entry.id).toBe('d1');
  expect(shown()).toEqual(['x']);
});

test('where the rest cannot be read, the document is left and the reason is said', async () => {
  const opening = openDocument('d0');
  await partShown();
  host.answers['annotations.read'] = () => err({ code: 'disk', message: 'The disk is gone.' });
  frame();
  expect(await opening).toBe(false);
  expect(useSession.getState().document).toBeNull();
});

test('a set that was open before and changes meanwhile is read once, and is whole', async () => {
  for (const id of ['d0', 'd1']) {
    const before = openDocument(id);
    await partShown();
    frame();
    await before;
  }
  const opening = openDocument('d0');
  await partShown();
  onSetChanged({ ...key, message: null });
  await vi.waitFor(() => expect(shown()).toEqual(['a', 'b', 'c']));
  frame();
  expect(await opening).toBe(true);
  expect(useSession.getState().document?.isPart).toBe(false);
});
