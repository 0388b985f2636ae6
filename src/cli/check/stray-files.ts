import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectSession } from '#host/project/session.ts';
import type { Finding } from './finding.ts';

/**
 * Files under `annotations` that no document and no annotator uses: copies made in a conflict, damaged logs
 * put aside, sets of documents that do not exist. Nobody would see that their work is in there.
 */
export async function findStrayFiles(session: ProjectSession): Promise<readonly Finding[]> {
  const { documents, trash } = session.manifest;
  const known = new Set(
    [...documents, ...trash.map(({ document }) => document)].map(({ id }) => id),
  );
  const findings: Finding[] = [];
  for (const folder of await namesIn(join(session.folder, 'annotations'))) {
    for (const name of await namesIn(join(session.folder, 'annotations', folder))) {
      const file = `annotations/${folder}/${name}`;
      const message = known.has(folder) ? strayMessage(name) : `There is no document ‘${folder}’.`;
      if (message !== null && !name.startsWith('.')) {
        findings.push({ severity: 'warning', code: 'stray-file', message, place: { file } });
      }
    }
  }
  return findings;
}

function strayMessage(name: string): string | null {
  if (/\(conflict, /u.test(name)) {
    return 'This copy was kept when two programs changed one set. Compare it with the set, then delete it.';
  }
  if (/\.damaged-/u.test(name))
    return 'This damaged change log was put aside. It may hold work that is lost elsewhere.';
  return /\.(?:json|log)$/u.test(name) ? null : 'This file does not belong to the project.';
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort();
}
