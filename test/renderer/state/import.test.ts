import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportLook, ImportPreview, ImportSource } from '#api/calls/imports.ts';
import { SAME_NAMES } from '#core/exchange/import-mapping.ts';
import { err, ok } from '#core/result.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { closeImport, useImport } from '../../../src/renderer/documents/import/store.ts';
import { call } from '../../../src/renderer/state/client.ts';
import { importPaths, projectName } from '../../../src/renderer/state/import.ts';
import { useMessages } from '../../../src/renderer/state/messages.ts';
import { useSession } from '../../../src/renderer/state/session.ts';
import { useShell } from '../../../src/renderer/state/shell.ts';
import { fakeHost } from '../shell/fake-host.ts';

let host: ReturnType<typeof fakeHost>;

const TEXTS: ImportSource = {
  id: 'source-1',
  name: 'texts',
  reader: 'text',
  confidence: 0.9,
  others: [],
  options: [],
  files: [
    {
      path: '/texts/a.txt',
      name: 'a.txt',
      size: 5,
      encoding: 'utf-8',
      encodings: [],
      problem: null,
    },
  ],
  missing: [],
};
const LOOK: ImportLook = { ticket: 't', sources: [TEXTS], problems: [] };
const PREVIEW: ImportPreview = {
  sources: [TEXTS],
  counts: {
    documents: 1,
    receiving: 0,
    known: 0,
    sets: 0,
    spans: 0,
    relations: 0,
    labels: 0,
    notes: 0,
    leftOut: 0,
    already: 0,
  },
  documents: [],
  documentCount: 1,
  incoming: { entityTypes: [], relationTypes: [], documentLabels: [] },
  suggested: SAME_NAMES,
  schema: DEFAULT_SCHEMA,
  schemaChanges: [],
  annotators: [],
  problems: [],
  problemCount: 0,
};
const ADDED = { added: [], received: [], spans: 0, relations: 0 };

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run());
  vi.stubGlobal('document', { activeElement: null });
  vi.stubGlobal('HTMLElement', class {});
  host = fakeHost({ documents: 0 });
  vi.stubGlobal('window', { glossator: host.bridge });
  useSession.setState({ document: null, project: null });
  useMessages.setState({ messages: [] });
  useShell.setState({ dialog: null });
  const view = await call('project.view', null);
  host.answers['project.create'] = () => view;
  host.answers['import.look'] = () => ok(LOOK);
  host.answers['import.preview'] = () => ok(PREVIEW);
  host.answers['import.apply'] = () => ok(ADDED);
  host.answers['import.readers'] = () => ok([]);
});

const methods = () => host.calls.map(({ method }) => method);
const said = () => useMessages.getState().messages.map(({ text }) => text);
const dialog = () => useShell.getState().dialog?.name;

test('clean plain text is added at once, and nothing of it is kept in the host', async () => {
  await importPaths(['/texts'], null);
  expect(methods().filter((method) => method.startsWith('import.'))).toEqual([
    'import.look',
    'import.preview',
    'import.apply',
    'import.close',
  ]);
  expect(dialog()).toBeUndefined();
  expect(said()).toEqual(['Added 0 documents.']);
});

test.each([
  ['an encoding in doubt', { files: [{ ...TEXTS.files[0], encodings: [{}] }] }],
  ['a file that cannot be read', { files: [{ ...TEXTS.files[0], problem: {} }] }],
  ['something missing', { missing: [{ code: 'no-text', message: 'No text.' }] }],
  ['another reader', { reader: 'brat' }],
])('%s opens the dialog, and nothing is added', async (_, patch) => {
  host.answers['import.look'] = () =>
    ok({ ...LOOK, sources: [{ ...TEXTS, ...(patch as Partial<ImportSource>) }] });
  await importPaths(['/texts'], null);
  expect(dialog()).toBe('import');
  expect(methods()).not.toContain('import.apply');
});

test.each([
  ['a text that is there already', { documentCount: 2 }],
  ['a problem with reading', { problemCount: 1 }],
])('%s opens the dialog with what was read', async (_, patch) => {
  host.answers['import.preview'] = () => ok({ ...PREVIEW, ...patch });
  await importPaths(['/texts'], null);
  expect(dialog()).toBe('import');
  expect(useImport.getState().preview).toMatchObject(patch);
  expect(methods()).not.toContain('import.apply');
});

test('files of a folder that nothing reads are left out, and that is said', async () => {
  const stray = { code: 'left-out', message: 'This is no kind of file.' };
  host.answers['import.look'] = () => ok({ ...LOOK, problems: [stray, stray] });
  await importPaths(['/texts'], null);
  expect(said()).toEqual(['Added 0 documents. 2 files that are no texts were left out.']);
  host.answers['import.look'] = () => ok({ ...LOOK, sources: [], problems: [stray] });
  await importPaths(['/pictures'], null);
  expect(said().at(-1)).toMatch(/There are no text or Markdown files/u);
  expect(dialog()).toBeUndefined();
});

test('a file that is damaged says so itself', async () => {
  const broken = { code: 'invalid-file', message: 'It is cut off.', place: { file: '/a.zip' } };
  host.answers['import.look'] = () => ok({ ...LOOK, sources: [], problems: [broken] });
  await importPaths(['/a.zip'], null);
  expect(said()).toEqual(['It is cut off.']);
  await importPaths(['/folder'], null);
  expect(dialog()).toBe('import');
  expect(useImport.getState().tab).toBe('problems');
});

test('closing the dialog forgets what was looked at, here and in the host', async () => {
  host.answers['import.look'] = () => ok({ ...LOOK, sources: [{ ...TEXTS, reader: 'brat' }] });
  await importPaths(['/corpus'], null);
  closeImport();
  expect(host.calls.at(-1)).toEqual({ method: 'import.close', args: { ticket: 't' } });
  expect(dialog()).toBeUndefined();
  expect(useImport.getState().look.ticket).toBe('');
});

test('a stopped import into a new project takes the project away again', async () => {
  host.answers['import.apply'] = () => err({ code: 'cancelled', message: 'Stopped.' });
  await importPaths(['/texts'], 'Letters');
  expect(methods()).toContain('project.discard');
  expect(methods()).toContain('app.forgetRecent');
  expect(useSession.getState().project).toBeNull();
  expect(said()).toEqual(['Nothing was added.']);
});

test('a stopped import into the open project leaves it as it is', async () => {
  host.answers['import.apply'] = () => err({ code: 'cancelled', message: 'Stopped.' });
  await importPaths(['/texts'], null);
  expect(methods()).not.toContain('project.discard');
});

test.each([
  [['/home/anna/letters'], 'letters'],
  [['/home/anna/letters.zip'], 'letters'],
  [['/home/anna/a.txt', '/home/anna/b.txt'], 'anna'],
  [['/home/anna/Vol. 2'], 'Vol. 2'],
  [['C:\\Users\\anna\\corpus.jsonl'], 'corpus'],
])('a project made of %j is called %s', (paths, name) => {
  expect(projectName(paths)).toBe(name);
});
