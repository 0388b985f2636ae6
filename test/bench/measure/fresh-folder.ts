import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ME } from '../documents/write-project.ts';

/** Empty folders for the app, in which it knows already who works here. */
export async function freshFolder() {
  const path = await mkdtemp(join(tmpdir(), 'glossator-bench-'));
  await mkdir(join(path, 'documents'));
  await mkdir(join(path, 'user-data'));
  await writeFile(join(path, 'user-data', 'annotator.json'), JSON.stringify({ me: ME }));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
