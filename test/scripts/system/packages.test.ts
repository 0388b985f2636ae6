import { expect, test } from 'vitest';
import { installCommand, namesOnThisRelease } from '../../../scripts/system/packages.mjs';

test('releases with 64-bit time get the new names, others the classic ones', () => {
  const packages = ['libasound2', 'libnss3'];
  expect(namesOnThisRelease(packages, new Set(['libasound2', 'libnss3']))).toEqual(packages);
  const noble = new Set(['libasound2', 'libasound2t64', 'libnss3']);
  expect(namesOnThisRelease(packages, noble)).toEqual(['libasound2t64', 'libnss3']);
});

test('the command is that of the package manager at hand', () => {
  const having = (present: string) => (program: string) => program === present;
  expect(installCommand(['xvfb'], having('apt-get'))).toBe(
    'sudo apt-get update && sudo apt-get install -y xvfb',
  );
  expect(installCommand(['xvfb'], having('dnf'))).toMatch(/^sudo dnf install /u);
  expect(installCommand(['xvfb'], having('apk'))).toBeUndefined();
});
