import { hostIn, ME } from '../documents/write-project.ts';
import { median } from './figures.ts';

/** Milliseconds that the host takes to confirm one edit, synced to the disk: the median of fifty. */
export async function measureCommits(project: string): Promise<number> {
  const { host, call } = hostIn(project);
  const opened = await call('project.open', { path: project, mode: 'ask' });
  if (opened.state !== 'open') throw new Error('the project is locked');
  const documentId = opened.project.documents[1]?.id ?? '';
  const key = { documentId, annotatorId: ME.id };
  const type = opened.project.schema.entityTypes[0]?.name ?? '';
  let { revision: base } = await call('annotations.read', key);
  const times: number[] = [];
  for (let i = 0; i < 50; i++) {
    const ranges = [{ start: i * 10, end: i * 10 + 4 }] as const;
    const span = { kind: 'span', id: `C${i}`, type, ranges, attributes: {}, note: '' } as const;
    const change = { added: { [span.id]: span }, updated: {}, removed: {} };
    const start = performance.now();
    const done = await call('annotations.commit', {
      ...key,
      base,
      label: 'Tag',
      code: 'c',
      change,
    });
    times.push(performance.now() - start);
    base = done.revision;
  }
  await host.close();
  return median(times);
}
