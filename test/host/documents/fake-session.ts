import type { ProjectChange } from '#core/edit/change.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { err, ok } from '#core/result.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { SetIndex } from '#core/set/set-index.ts';
import type { Job } from '#host/jobs.ts';
import type { DocumentFiles, ProjectSession, StoredSet } from '#host/project/session.ts';

/** A project in memory: as much of a session as importing needs, and a look inside. */
export class FakeProject {
  readonly staged = new Map<string, DocumentFiles>();
  readonly moved = new Map<string, DocumentFiles>();
  readonly actions: { readonly label: string; readonly change: ProjectChange }[] = [];
  documents: readonly DocumentEntry[] = [];
  readOnly: string | null = null;
  failAct = false;
  sets: readonly StoredSet[] = [];

  /** Puts a document with one annotator's records into the project. */
  add(id: string, text: string, annotatorId: string, records: readonly AnnotationRecord[]): void {
    const source = Buffer.from(text);
    this.moved.set(id, { documentId: id, text, source, sourceFile: 'source.txt' });
    this.documents = [...this.documents, entryOf(id, text)];
    const set: StoredSet = {
      key: { documentId: id, annotatorId },
      annotator: { id: annotatorId, name: annotatorId.toUpperCase() },
      index: new SetIndex(records),
      revision: 1,
      problems: [],
    };
    this.sets = [...this.sets, set];
  }

  /** @throws {TypeError} where something is used that the fake does not have. */
  session(): ProjectSession {
    const project = this;
    const session: Partial<ProjectSession> = {
      get manifest() {
        return { ...EMPTY, documents: project.documents };
      },
      get readOnly() {
        return project.readOnly;
      },
      newDocumentId: (name, taken) => {
        const base = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
        const isTaken = (id: string) => taken?.has(id) || project.moved.has(id);
        let id = base;
        for (let i = 2; isTaken(id); i++) id = `${base}-${i}`;
        return id;
      },
      stageDocument: async (files) => {
        project.staged.set(files.documentId, files);
        return ok(null);
      },
      discardStaged: async (ids) => {
        for (const id of ids) project.staged.delete(id);
      },
      act: async ({ label, change }) => {
        if (project.failAct) return err({ code: 'disk', message: 'The disk is full.' });
        const added = change.documents?.added ?? [];
        for (const { id } of added) {
          const files = project.staged.get(id);
          if (!files) throw new Error(`${id} was not staged`);
          project.moved.set(id, files);
          project.staged.delete(id);
        }
        project.documents = [...project.documents, ...added];
        project.actions.push({ label, change });
        return ok({ seq: project.actions.length });
      },
      get schema() {
        return DEFAULT_SCHEMA;
      },
      listSets: async () => project.sets.map(({ key }) => key),
      readSet: async (key) => {
        const set = project.sets.find((one) => one.key === key);
        return set ? ok(set) : err({ code: 'not-found', message: 'no such set' });
      },
      readDetails: async () => ok({}),
      readText: async (id) => {
        const files = project.moved.get(id);
        return files ? ok(files.text) : err({ code: 'not-found', message: 'no such document' });
      },
    };
    return session as ProjectSession;
  }
}

const EMPTY = {
  format: 'glossator-project',
  formatVersion: 1,
  id: 'p',
  name: 'p',
  createdAt: '2026-01-01T00:00:00.000Z',
  annotators: [],
  documents: [],
  trash: [],
  revision: 0,
} as const;

function entryOf(id: string, text: string): DocumentEntry {
  const name = `${id}.txt`;
  const source = {
    name,
    file: 'source.txt',
    encoding: 'utf-8',
    hasBom: false,
    sha256: '',
  } as const;
  const importedAt = '2026-01-01T00:00:00.000Z';
  return { id, name: id, source, textSha256: '', length: [...text].length, importedAt };
}

/** A job that nobody watches; `stopAt` stops it when that many pieces are done. */
export function newJob(stopAt = Number.POSITIVE_INFINITY): Job {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    progress: (done) => {
      if (done >= stopAt) controller.abort();
    },
  };
}
