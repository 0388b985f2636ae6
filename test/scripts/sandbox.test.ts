import { expect, test } from 'vitest';
import { whyNoSandbox } from '../../scripts/sandbox.mjs';

const APPARMOR = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const system = {
  platform: 'linux',
  user: 1000,
  read: (_file: string): string | undefined => undefined,
  isSetuidRoot: (_file: string) => false,
} as const;

test('an ordinary user on an ordinary system has the sandbox', () => {
  expect(whyNoSandbox('/r', system)).toBeUndefined();
});

test('root has none, on Linux only', () => {
  expect(whyNoSandbox('/r', { ...system, user: 0 })).toContain('--no-sandbox');
  expect(whyNoSandbox('/r', { ...system, user: 0, platform: 'darwin' })).toBeUndefined();
});

test('a system that forbids user namespaces needs the setuid helper, and is told how', () => {
  const read = (file: string) => (file === APPARMOR ? '1' : undefined);
  expect(whyNoSandbox('/r', { ...system, read })).toContain("chmod 4755 '/r/chrome-sandbox'");
  const isSetuidRoot = (file: string) => file === '/r/chrome-sandbox';
  expect(whyNoSandbox('/r', { ...system, read, isSetuidRoot })).toBeUndefined();
});
