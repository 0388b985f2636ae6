import { execFileSync, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';
import { descendants } from './fixtures/kill-tree.ts';
import { PROGRAM, startOf } from './fixtures/launch.ts';

test('E10: a session asks for nothing but the program’s own files', async ({ workbench }) => {
  const { app, page, folder } = workbench;
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => void asked.push(url));
    session.defaultSession.webRequest.onCompleted(({ url }) => void asked.push(url));
  });
  await page.reload();
  const file = join(folder, 'letter.txt');
  await writeFile(
    file,
    'Ada wrote to Charles. See https://example.com/ and mailto:a@example.com.\n',
  );
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(file);
  await workbench.selectText('Charles');
  await workbench.press('p');
  await expect(workbench.span('Person: Charles')).toBeVisible();
  await workbench.saved();

  const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith('glossator://app/'))).toEqual([]);
});

test('E10: no process of the program opens a connection to anywhere', async ({ folder }) => {
  test.skip(
    !hasStrace(),
    'strace is not installed: the system calls of a session were not looked at',
  );
  const log = join(folder, 'strace.log');
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'Ada wrote to Charles.\n');
  const { args, env } = startOf({
    userData: join(folder, 'user-data'),
    documents: join(folder, 'documents'),
    files: [file],
  });
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg';
  const traced = spawn('strace', ['-f', '-qq', '-e', calls, '-o', log, PROGRAM, ...args], { env });
  await new Promise((resolve) => setTimeout(resolve, 8000));
  const ended = new Promise((resolve) => traced.once('exit', resolve));
  const [first] = descendants(traced.pid ?? Number.NaN);
  process.kill(first ?? Number.NaN, 'SIGTERM');
  await ended;

  const lines = (await readFile(log, 'utf8')).split('\n');
  expect(lines.length).toBeGreaterThan(10);
  // The display and the session bus are on this machine: sockets of the file system.
  expect(lines.filter((line) => /AF_INET6?\b/u.test(line))).toEqual([]);
});

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
