import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#api/default-settings.ts';
import { decodeIdentity, identify } from '../../src/main/user-data/identity.ts';
import { withoutRecent, withRecent } from '../../src/main/user-data/recent.ts';
import { openUserData } from '../../src/main/user-data/user-data.ts';
import { placeWindow } from '../../src/main/user-data/window-bounds.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossator-user-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('what is set is there at once, and again at the next start', async () => {
  const first = await openUserData(join(folder, 'new', 'folder'));
  expect(first.settings.data).toEqual(DEFAULT_SETTINGS);
  const dark = { ...DEFAULT_SETTINGS, theme: 'dark' as const };
  const written = first.settings.set(dark);
  expect(first.settings.data).toEqual(dark);
  await written;
  const second = await openUserData(join(folder, 'new', 'folder'));
  expect(second.settings.data).toEqual(dark);
});

test('of many changes in a row the last one stays', async () => {
  const { settings } = await openUserData(folder);
  const sizes = Array.from({ length: 23 }, (_, i) => 10 + i);
  await Promise.all(sizes.map((textSize) => settings.set({ ...DEFAULT_SETTINGS, textSize })));
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8')).textSize).toBe(32);
  expect(await readdir(folder)).toEqual(['settings.json']);
});

test('fonts, line lengths and themes are read again', async () => {
  const chosen = {
    theme: 'sepia',
    textFont: 'Noto Serif CJK JP',
    measure: 0,
    justify: true,
    zoom: 1.5,
  };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(chosen));
  const { settings } = await openUserData(folder);
  expect(settings.data).toEqual({ ...DEFAULT_SETTINGS, ...chosen });
});

test('a setting that an older version did not know gets its default', async () => {
  await writeFile(join(folder, 'settings.json'), '{"theme": "light"}');
  const { settings } = await openUserData(folder);
  expect(settings.data).toEqual({ ...DEFAULT_SETTINGS, theme: 'light' });
});

test.each([
  '',
  '{"theme"',
  'null',
  '[]',
  '{"theme": "pink"}',
  '{"textSize": 1e9}',
  '{"measure": 20}',
  '{"zoom": 0}',
  '{"textFont": "a; } body { display: none"}',
  '{"more": 1}',
])('a damaged file does not keep the program from starting, and is kept: %j', async (text) => {
  await writeFile(join(folder, 'settings.json'), text);
  const { settings } = await openUserData(folder);
  expect(settings.data).toEqual(DEFAULT_SETTINGS);
  expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe(text);
});

test('a folder that cannot be written fails the promise, and the value holds for the session', async () => {
  await writeFile(join(folder, 'file'), '');
  const { identity } = await openUserData(join(folder, 'file', 'sub'));
  const me = { id: 'ada-1', name: 'Ada' };
  await expect(identity.set({ me })).rejects.toThrow();
  expect(identity.data).toEqual({ me });
});

test.each([
  ['Ada Lovelace', /^ada-lovelace-[0-9a-z]{4}$/],
  ['José Núñez', /^jose-nunez-[0-9a-z]{4}$/],
  ['李雷', /^annotator-[0-9a-z]{4}$/],
  ['../../etc', /^etc-[0-9a-z]{4}$/],
  ['__proto__', /^proto-[0-9a-z]{4}$/],
  ['x'.repeat(200), /^x{32}-[0-9a-z]{4}$/],
])('the id of %j is a file name everywhere', (name, id) => {
  const me = identify(null, name, Math.random);
  expect(me).toEqual({ id: expect.stringMatching(id), name });
  expect(decodeIdentity({ me })).toEqual({ me });
});

test('two people of one name have two ids; one person keeps theirs under a new name', () => {
  const random = [0.1, 0.2, 0.3, 0.4, 0.9, 0.8, 0.7, 0.6];
  const next = () => random.shift() ?? 0;
  const one = identify(null, 'Anna', next);
  expect(identify(null, 'Anna', next).id).not.toBe(one.id);
  expect(identify(one, 'Anna Berg', next)).toEqual({ id: one.id, name: 'Anna Berg' });
});

test('a project opened again moves to the head of the list, which stays short', () => {
  const project = (path: string) => ({ path, name: path, openedAt: '2026-11-24T15:00:00Z' });
  let projects: readonly ReturnType<typeof project>[] = [];
  for (let i = 0; i < 20; i++) projects = withRecent(projects, project(`/p${i}`));
  projects = withRecent(projects, project('/p15'));
  expect(projects.slice(0, 3).map(({ path }) => path)).toEqual(['/p15', '/p19', '/p18']);
  expect(projects).toHaveLength(12);
  expect(withoutRecent(projects, '/p19').map(({ path }) => path)).not.toContain('/p19');
});

test('a window opens where it was, but never where no screen is', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const at = (x: number, y: number) => ({ x, y, width: 900, height: 700, isMaximized: false });
  expect(placeWindow(at(100, 50), [screen])).toEqual({ x: 100, y: 50, width: 900, height: 700 });
  expect(placeWindow(at(-800, 50), [screen])).toMatchObject({ x: -800 });
  for (const gone of [at(2500, 50), at(-890, 50), at(100, -300), at(100, 1079)]) {
    expect(placeWindow(gone, [screen])).toEqual({ width: 900, height: 700 });
  }
  expect(placeWindow(at(2500, 50), [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 2500 });
  expect(placeWindow(null, [screen])).toEqual({ width: 1280, height: 820 });
});
