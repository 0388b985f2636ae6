import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^\.glossator-export-(\d+)-[0-9a-f]{12}$/u;
/** A stage this old was left by an export that was killed; in milliseconds. */
const STALE_AFTER = 60 * 60 * 1000;

/** Makes a folder inside `home` in which an export gets ready, and removes those that killed exports left. */
export async function makeStage(home: string): Promise<string> {
  await removeStale(home);
  const stage = join(home, `.glossator-export-${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(stage);
  return stage;
}

async function removeStale(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const stats = await stat(join(home, name)).catch(() => null);
    if (stats && Date.now() - stats.mtimeMs > STALE_AFTER) {
      await rm(join(home, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
