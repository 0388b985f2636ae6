import { join, resolve, sep } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { HostEndpoints } from '#api/endpoints.ts';
import { methods } from '#api/methods.ts';
import { ok } from '#core/result.ts';
import { createGrantedPaths } from '../../src/main/guard/granted-paths.ts';
import { guardPaths } from '../../src/main/guard/guard-paths.ts';
import { isTrustedSender } from '../../src/main/guard/is-trusted-sender.ts';
import { isOwnAddress } from '../../src/main/page/address.ts';
import { EXAMPLES } from '../api/examples.ts';

const home = resolve('/home/ada');
const inHome = (...parts: string[]) => join(home, ...parts);

test('a granted file is granted alone, a granted folder with all inside', () => {
  const granted = createGrantedPaths();
  granted.grant(inHome('a.txt'), `${inHome('letters')}${sep}`);
  expect(granted.has(inHome('a.txt'))).toBe(true);
  expect(granted.has(inHome('letters'))).toBe(true);
  expect(granted.has(inHome('letters', 'x', '1.txt'))).toBe(true);
  expect(granted.has(inHome('letters', '..names'))).toBe(true);

  expect(granted.has(home)).toBe(false);
  expect(granted.has(inHome('b.txt'))).toBe(false);
  expect(granted.has(inHome('letters-2', '1.txt'))).toBe(false);
  expect(granted.has(`${inHome('letters')}${sep}..${sep}b.txt`)).toBe(false);
  expect(granted.has('letters')).toBe(false);
  expect(granted.has('')).toBe(false);
});

/** Methods whose examples hold paths, found by looking for them. */
const withPaths = methods.filter(
  (method) => !method.startsWith('app.') && JSON.stringify(EXAMPLES[method]).includes('/home/'),
);

test('the calls that take paths are the ones we think', () => {
  expect([...withPaths].sort()).toEqual([
    'agreement.write',
    'export.figure',
    'export.write',
    'import.look',
    'merge.apply',
    'merge.plan',
    'packet.look',
    'packet.unpack',
    'packet.write',
    'project.open',
    'schema.readFile',
    'schema.writeFile',
  ]);
});

function guarded() {
  const run = vi.fn(async () => ok(null));
  const host = Object.fromEntries(methods.map((method) => [method, run]));
  const granted = createGrantedPaths();
  const endpoints = guardPaths(host as unknown as HostEndpoints, granted);
  const call = (method: string, args: unknown) =>
    (endpoints as unknown as Record<string, (args: unknown) => Promise<unknown>>)[method]?.(args);
  return { run, granted, call };
}

test.each(withPaths)('%s runs for granted paths only', async (method) => {
  const { run, granted, call } = guarded();
  expect(await call(method, EXAMPLES[method])).toMatchObject({
    ok: false,
    error: { code: 'refused', place: { file: expect.stringContaining('/home/ada') } },
  });
  expect(run).not.toHaveBeenCalled();
  granted.grant('/home/ada');
  expect(await call(method, EXAMPLES[method])).toEqual(ok(null));
});

test('a project is created in the documents folder freely, elsewhere where it was granted', async () => {
  const { run, call } = guarded();
  expect(await call('project.create', { name: 'x', parent: '/etc' })).toMatchObject({ ok: false });
  expect(run).not.toHaveBeenCalled();
  expect(await call('project.create', { name: 'x' })).toEqual(ok(null));
});

const PAGE = 'glossator://app/index.html';

test('only the top frame of our own page is trusted', () => {
  const from = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent } });
  expect(isTrustedSender(from(PAGE), PAGE)).toBe(true);
  expect(isTrustedSender({ senderFrame: null }, PAGE)).toBe(false);
  expect(isTrustedSender(from(PAGE, {}), PAGE)).toBe(false);
  expect(isTrustedSender(from('about:blank'), PAGE)).toBe(false);
  expect(isTrustedSender(from(''), PAGE)).toBe(false);
  expect(isTrustedSender(from('https://example.com/glossator://app/'), PAGE)).toBe(false);
  expect(isTrustedSender(from(PAGE), 'https://example.com/')).toBe(false);
});

test.each([
  'glossator://app.example.com/',
  'glossator://example.com/app',
  'glossator://app@example.com/',
  'glossator://user@app/',
  'glossator://app:80/',
  'glossators://app/',
  'file:///app/index.html',
  'http://app/',
  'blob:glossator://app/1',
  'not an address',
])('%s is not ours', (address) => {
  expect(isOwnAddress(address)).toBe(false);
});
