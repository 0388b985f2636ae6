import { vi } from 'vitest';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { call } from '../../../src/renderer/state/client.ts';
import { edit, openDocument } from '../../../src/renderer/state/edit.ts';
import { useMessages } from '../../../src/renderer/state/messages.ts';
import { setProject } from '../../../src/renderer/state/project.ts';
import { useSession } from '../../../src/renderer/state/session.ts';
import { forgetSets } from '../../../src/renderer/state/sets.ts';
import { fakeHost, ME } from '../shell/fake-host.ts';

/** The set that is open: one's own, of the first document. */
export const key = { documentId: 'd0', annotatorId: ME.id };

let count = 0;

export const opened = () => {
  const { document, project } = useSession.getState();
  if (!(document && project)) throw new Error('no document is open');
  return { index: document.index, schema: project.schema };
};

/** Tags three characters. @returns the id of the span. */
export function tag(start: number) {
  const { index, schema } = opened();
  const id = `s${++count}`;
  const ranges = [{ start, end: start + 3 }];
  edit(addSpan(index, schema, { id, type: 'Person', ranges }), `Tag ${id}`, 'span.add');
  return id;
}

export const shown = () => [...opened().index.spans()].map(({ id }) => id);

/** A window whose host is in memory, with the first document open. */
export async function openWindow() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());
  const host = fakeHost();
  vi.stubGlobal('window', { glossator: host.bridge });
  useSession.setState({ document: null, project: null });
  useMessages.setState({ messages: [] });
  forgetSets();
  const view = await call('project.view', null);
  if (view.ok) setProject(view.value);
  await openDocument('d0');
  const setOf = ({ documentId, annotatorId }: typeof key) =>
    host.sets.get(`${documentId} ${annotatorId}`);
  /** Spans that the host has. */
  const stored = () => [...(setOf(key)?.index.spans() ?? [])].map(({ id }) => id);
  return { ...host, stored };
}
