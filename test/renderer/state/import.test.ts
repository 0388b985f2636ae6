import { beforeEach, expect, test, vi } from 'vitest';
import { call } from '../../../src/renderer/state/client.ts';
import { importFiles } from '../../../src/renderer/state/import.ts';
import { useMessages } from '../../../src/renderer/state/messages.ts';
import { useSession } from '../../../src/renderer/state/session.ts';
import { fakeHost } from '../shell/fake-host.ts';

let host: ReturnType<typeof fakeHost>;

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());
  vi.stubGlobal('document', { activeElement: null });
  vi.stubGlobal('HTMLElement', class {});
  host = fakeHost({ documents: 0 });
  vi.stubGlobal('window', { glossator: host.bridge });
  useSession.setState({ document: null, project: null });
  useMessages.setState({ messages: [] });
  const view = await call('project.view', null);
  host.answers['project.create'] = () => view;
  host.answers['documents.import'] = () => ({
    ok: false,
    error: { code: 'cancelled', message: 'Stopped.' },
  });
});

const FILES = [{ path: '/texts/a.txt', encoding: 'utf-8' }] as const;
const methods = () => host.calls.map(({ method }) => method);

test('a stopped import into a new project takes the project away again', async () => {
  expect(await importFiles(FILES, 'Letters')).toBe(false);
  expect(methods()).toContain('project.discard');
  expect(methods()).toContain('app.forgetRecent');
  expect(useSession.getState().project).toBeNull();
  expect(useMessages.getState().messages.map(({ text }) => text)).toEqual(['Nothing was added.']);
});

test('a stopped import into the open project leaves it as it is', async () => {
  expect(await importFiles(FILES, null)).toBe(false);
  expect(methods()).not.toContain('project.discard');
});
