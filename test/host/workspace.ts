import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Args, HostCalls, Value } from '#api/contract.ts';
import { dispatch } from '#api/dispatch.ts';
import type { Events } from '#api/events.ts';
import type { ApiError } from '#api/problem.ts';
import type { Change } from '#core/edit/change.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import type { Result } from '#core/result.ts';
import { createHost, type Host } from '#host/index.ts';

export const ANNA: Annotator = { id: 'anna-1', name: 'Anna' };
export const BEN: Annotator = { id: 'ben-2', name: 'Ben' };

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** A folder that is deleted after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-test-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Event {
  readonly name: keyof Events;
  readonly data: Events[keyof Events];
}

/** A host as a window has it: calls go through `dispatch`, announcements are kept. */
export class TestWindow {
  readonly folder: string;
  readonly host: Host;
  readonly events: Event[] = [];
  readonly bugs: unknown[] = [];

  constructor(folder: string, me: Annotator | null = ANNA) {
    this.folder = folder;
    this.host = createHost({
      now: () => new Date(),
      random: Math.random,
      machineName: 'test-machine',
      documentsFolder: folder,
      sampleFolder: join(import.meta.dirname, '../../resources/sample'),
      me: () => me,
      emit: (name, data) => this.events.push({ name, data }),
    });
    undo.push(() => this.host.close());
  }

  /** The answer, whatever it is. */
  async ask<M extends keyof HostCalls>(
    method: M,
    args: Args<M>,
  ): Promise<Result<Value<M>, ApiError>> {
    const result = await dispatch(this.host.endpoints, method, args, (bug) => this.bugs.push(bug));
    if (this.bugs.length > 0) throw this.bugs[0];
    return result as Result<Value<M>, ApiError>;
  }

  /** The value; a failure is thrown. */
  async call<M extends keyof HostCalls>(method: M, args: Args<M>): Promise<Value<M>> {
    const result = await this.ask(method, args);
    if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  }

  /** The failure; a value is thrown. */
  async fail<M extends keyof HostCalls>(method: M, args: Args<M>): Promise<ApiError> {
    const result = await this.ask(method, args);
    if (result.ok) throw new Error(`${method} did not fail`);
    return result.error;
  }

  heard<E extends keyof Events>(name: E): Events[E][] {
    return this.events.filter((event) => event.name === name).map(({ data }) => data as Events[E]);
  }

  /** Makes a project of texts. */
  async project(texts: Readonly<Record<string, string>>): Promise<readonly DocumentEntry[]> {
    await this.call('project.create', { name: 'Letters' });
    return this.import(texts);
  }

  async import(texts: Readonly<Record<string, string>>): Promise<readonly DocumentEntry[]> {
    const incoming = await temporaryFolder();
    const paths = Object.keys(texts).map((name) => join(incoming, name));
    for (const [name, text] of Object.entries(texts)) await writeFile(join(incoming, name), text);
    const { ticket, sources } = await this.call('import.look', { paths, job: 'import' });
    const choice = {
      ...{ mapping: null, annotators: {}, without: [] },
      sources: sources.map(({ id }) => ({ source: id, reader: 'text' })),
      copies: sources.flatMap(({ id, files }) => files.map((_file, i) => `${id}:${i}`)),
    };
    return (await this.call('import.apply', { ticket, choice, job: 'import' })).added;
  }

  get path(): string {
    return this.host.folder() ?? '';
  }

  /** A file of the open project. */
  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  async json(...names: string[]): Promise<unknown> {
    return JSON.parse(await readFile(this.file(...names), 'utf8'));
  }
}

export function span(id: string, start: number, end: number, type = 'Person'): Span {
  return { kind: 'span', id, type, ranges: [{ start, end }], attributes: {}, note: '' };
}

export function relation(id: string, from: string, to: string, type = 'member of'): Relation {
  return { kind: 'relation', id, type, from, to, attributes: {}, note: '' };
}

export function adding(...records: AnnotationRecord[]): Change {
  return {
    added: Object.fromEntries(records.map((record) => [record.id, record])),
    updated: {},
    removed: {},
  };
}

export function removing(...records: AnnotationRecord[]): Change {
  return {
    added: {},
    updated: {},
    removed: Object.fromEntries(records.map((record) => [record.id, record])),
  };
}

/** All names of files below a folder, with `/`, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Waits until it holds; fails after the time. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  within = 3_000,
): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > within) throw new Error(`did not come true in ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
