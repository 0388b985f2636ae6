import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Args, HostCalls, Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Result } from '#core/result.ts';
import { createHost } from '#host/index.ts';
import type { BenchDocument } from './document.ts';
import { schemaFor } from './schema.ts';

export const ME = { id: 'bench-1', name: 'Bench' };

/** A host without a window, working in a folder. */
export function hostIn(folder: string) {
  const host = createHost({
    now: () => new Date(),
    random: Math.random,
    machineName: 'bench',
    documentsFolder: folder,
    sampleFolder: folder,
    me: () => ME,
    emit: () => {},
  });
  return {
    host,
    async call<M extends keyof HostCalls>(method: M, args: Args<M>): Promise<Value<M>> {
      const endpoint = host.endpoints[method] as (
        args: Args<M>,
      ) => Promise<Result<Value<M>, ApiError>>;
      const result = await endpoint(args);
      if (result.ok) return result.value;
      throw new Error(`${method}: ${result.error.message}`);
    },
  };
}

/** Imports texts into the open project. @returns the documents' ids. */
async function importTexts(
  { call }: ReturnType<typeof hostIn>,
  incoming: string,
  texts: readonly (readonly [name: string, text: string])[],
) {
  await mkdir(incoming, { recursive: true });
  for (const [name, text] of texts) await writeFile(join(incoming, name), text);
  const paths = texts.map(([name]) => join(incoming, name));
  const job = 'import';
  const { ticket } = await call('import.look', { paths, job });
  const choice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };
  const { added } = await call('import.apply', { ticket, choice, job });
  await rm(incoming, { recursive: true });
  return added.map(({ id }) => id);
}

/**
 * Writes a project in our disk format, through the host itself: a short note, which is open first, and
 * the annotated document. @returns the project's folder.
 */
export async function writeProject(
  parent: string,
  name: string,
  { text, annotations }: BenchDocument,
) {
  const { host, call } = hostIn(parent);
  const project = await call('project.create', { name });
  await call('schema.edit', { label: 'Types', schema: schemaFor(annotations), migrations: [] });
  const incoming = join(parent, 'incoming');
  const [, documentId] = await importTexts({ host, call }, incoming, [
    ['a note.txt', 'A note that is open first.\n'],
    ['document.txt', text],
  ]);
  if (documentId === undefined) throw new Error('nothing was imported');
  const key = { documentId, annotatorId: ME.id };
  const { revision: base } = await call('annotations.read', key);
  const change = { added: Object.fromEntries(recordsOf(annotations)), updated: {}, removed: {} };
  await call('annotations.commit', { ...key, base, label: 'Load', code: 'import', change });
  await host.close();
  // As a set that came without its history: the log would hold all of it a second time.
  await rm(join(project.path, 'annotations', documentId, `${ME.id}.log`));
  return project.path;
}

/** Writes a project of many short documents. @returns its folder. */
export async function writeManyDocuments(parent: string, name: string, count: number) {
  const opened = hostIn(parent);
  const project = await opened.call('project.create', { name });
  const texts = Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(5, '0');
    return [`Letter ${number}.txt`, `This is letter number ${number}.\n`] as const;
  });
  await importTexts(opened, join(parent, 'incoming'), texts);
  await opened.host.close();
  return project.path;
}

function recordsOf({ entities, relations }: BenchDocument['annotations']) {
  const base = { attributes: {}, note: '' };
  const records: AnnotationRecord[] = [
    ...entities.map(({ id, label, start, end }) => ({
      ...base,
      kind: 'span' as const,
      id,
      type: label,
      ranges: [{ start, end }] as const,
    })),
    ...relations.map(({ id, label, from, to }) => ({
      ...base,
      kind: 'relation' as const,
      id,
      type: label,
      from,
      to,
    })),
  ];
  return records.map((record) => [record.id, record] as const);
}
