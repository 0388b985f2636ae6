import type { Low } from 'lowdb';
import type { UndoState } from '#api/calls/project.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { ProjectManifest } from '#core/model/project.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import type { Emit } from '../emit.ts';
import type { ChangeLog } from '../store/change-log.ts';
import type { DurableAdapter } from '../store/durable-adapter.ts';
import type { Files } from '../store/files.ts';
import type { ProjectLock } from '../store/lock.ts';
import { OUTSIDE } from '../store/log-line.ts';
import type { SetIdentity } from '../store/set-env.ts';
import { StoreError } from '../store/store-error.ts';
import { UndoStack } from '../store/undo-stack.ts';
import type { WriterQueue } from '../store/writer-queue.ts';
import type { SetPool } from './set-pool.ts';
import type { SummaryIndex } from './summary-index.ts';
import { SummaryNews } from './summary-news.ts';
import type { TextStore } from './text-store.ts';

/** The parts of an open project; `openProject` (open-project.ts) puts them together. */
export interface ProjectParts {
  readonly folder: string;
  readonly me: Annotator;
  readonly now: () => Date;
  readonly emit: Emit;
  readonly files: Files;
  readonly queue: WriterQueue;
  readonly manifest: Low<ProjectManifest>;
  readonly manifestFile: DurableAdapter<ProjectManifest>;
  readonly schema: Low<Schema>;
  readonly schemaFile: DurableAdapter<Schema>;
  readonly log: ChangeLog;
  readonly texts: TextStore;
  readonly summaries: SummaryIndex;
}

/** An open project as the host works on it. One per session. */
export class Project {
  readonly parts: ProjectParts;
  readonly stack: UndoStack;
  readonly problems: Problem[] = [];
  readonly news: SummaryNews;
  /** Assigned right after making, since each needs the other. */
  sets: SetPool | null = null;
  lock: ProjectLock | null = null;
  readOnly: string | null = null;
  /** Edits that the last session had not put into the JSON files. */
  recovered = 0;
  isClosed = false;
  /** Whether the folder was not there when last looked at. */
  isGone = false;
  /** Settles when the first look at all sets is done. */
  background: Promise<void> = Promise.resolve();
  /** Documents of an action that is being prepared. */
  pending: ReadonlyMap<DocumentId, DocumentEntry> = new Map();
  #indexed: {
    readonly of: ProjectManifest;
    readonly listed: ReadonlyMap<DocumentId, DocumentEntry>;
    readonly trashed: ReadonlyMap<DocumentId, DocumentEntry>;
  } | null = null;

  constructor(parts: ProjectParts) {
    this.parts = parts;
    this.news = new SummaryNews(parts.emit);
    this.stack = new UndoStack(parts.log.entries.map(({ head }) => head));
  }

  get manifest(): ProjectManifest {
    return this.parts.manifest.data;
  }

  get schema(): Schema {
    return this.parts.schema.data;
  }

  get undoState(): UndoState {
    return this.stack.state;
  }

  /** The pool of open sets. */
  get pool(): SetPool {
    if (!this.sets) throw new Error('the project is not open yet');
    return this.sets;
  }

  /** Manifest's annotators, all who have a set on disk, and who works here; each once. */
  get annotators(): Annotator[] {
    const byId = new Map<string, Annotator>();
    for (const one of this.parts.summaries.annotators()) byId.set(one.id, one);
    for (const one of this.manifest.annotators) byId.set(one.id, one);
    byId.set(this.parts.me.id, this.parts.me);
    return [...byId.values()];
  }

  /** Display name of whoever made a log entry. */
  nameOf(annotatorId: AnnotatorId): string {
    if (annotatorId === OUTSIDE) return 'another program';
    if (annotatorId === this.parts.me.id) return this.parts.me.name;
    const known = this.manifest.annotators.find(({ id }) => id === annotatorId);
    return known?.name ?? this.parts.summaries.nameOf(annotatorId) ?? annotatorId;
  }

  /** The entry of a document of the list or, where `alsoTrashed`, of the trash. */
  entryOf(documentId: DocumentId, alsoTrashed = false): DocumentEntry | undefined {
    if (this.#indexed?.of !== this.manifest) {
      const { documents, trash } = this.manifest;
      this.#indexed = {
        of: this.manifest,
        listed: new Map(documents.map((entry) => [entry.id, entry])),
        trashed: new Map(trash.map(({ document }) => [document.id, document])),
      };
    }
    const { listed, trashed } = this.#indexed;
    if (!alsoTrashed) return listed.get(documentId);
    return listed.get(documentId) ?? trashed.get(documentId) ?? this.pending.get(documentId);
  }

  /** @throws {StoreError} `not-found` */
  requireEntry(documentId: DocumentId, alsoTrashed = false): DocumentEntry {
    const entry = this.entryOf(documentId, alsoTrashed);
    if (entry) return entry;
    throw new StoreError({
      code: 'not-found',
      message: `There is no document ‘${documentId}’ in this project.`,
      place: { id: documentId },
    });
  }

  /** What is known of a set before its files are opened. @throws {StoreError} */
  async identify(key: SetKey): Promise<SetIdentity> {
    const { documentId, annotatorId } = key;
    const entry = this.requireEntry(documentId, true);
    const text = await this.parts.texts.read(entry);
    return {
      key: { documentId, annotatorId },
      annotator: { id: annotatorId, name: this.nameOf(annotatorId) },
      text,
      textSha256: entry.textSha256,
      isOthers: annotatorId !== this.parts.me.id,
      readOnly: this.readOnly,
    };
  }

  /** @throws {StoreError} `read-only` */
  requireWritable(): void {
    if (this.readOnly === null) return;
    throw new StoreError({ code: 'read-only', message: this.readOnly });
  }

  /** From now on nothing is written any more. */
  freeze(reason: string): void {
    this.readOnly ??= reason;
    this.sets?.freeze(reason);
  }
}
