import type { ApiError } from '#api/problem.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { Result } from '#core/result.ts';
import type { StoredDetails } from '../store/details-format.ts';
import type { SetStore } from '../store/set-store.ts';
import { act } from './act.ts';
import { freeDocumentId } from './document-id.ts';
import type { Project } from './project.ts';
import { attemptAt } from './reach.ts';
import type { DocumentFiles, ProjectAction, ProjectSession, StoredSet } from './session.ts';

/** An open project as endpoints and the command line work with it. */
export class OpenSession implements ProjectSession {
  readonly project: Project;

  constructor(project: Project) {
    this.project = project;
  }

  get folder() {
    return this.project.parts.folder;
  }

  get me() {
    return this.project.parts.me;
  }

  get manifest() {
    return this.project.manifest;
  }

  get schema() {
    return this.project.schema;
  }

  get readOnly() {
    return this.project.readOnly;
  }

  get annotators() {
    return this.project.annotators;
  }

  readText(documentId: DocumentId): Promise<Result<string, ApiError>> {
    const { texts } = this.project.parts;
    return attemptAt(this.project.parts, async () =>
      texts.read(this.project.requireEntry(documentId, true)),
    );
  }

  readSource(documentId: DocumentId): Promise<Result<Uint8Array, ApiError>> {
    const { texts } = this.project.parts;
    return attemptAt(this.project.parts, async () =>
      texts.readSource(this.project.requireEntry(documentId, true)),
    );
  }

  readDetails(documentId: DocumentId): Promise<Result<StoredDetails, ApiError>> {
    const { texts } = this.project.parts;
    return attemptAt(this.project.parts, async () =>
      texts.readDetails(this.project.requireEntry(documentId, true)),
    );
  }

  async listSets(): Promise<readonly SetKey[]> {
    await this.project.background;
    const byDocument = new Map<DocumentId, SetKey[]>();
    for (const { documentId, annotatorId } of this.project.parts.summaries.all()) {
      const keys = byDocument.get(documentId) ?? [];
      keys.push({ documentId, annotatorId });
      byDocument.set(documentId, keys);
    }
    return this.manifest.documents.flatMap(({ id }) => byDocument.get(id) ?? []);
  }

  openSet(key: SetKey): Promise<Result<StoredSet, ApiError>> {
    const { queue } = this.project.parts;
    return attemptAt(this.project.parts, async () =>
      storedSet(await queue.run(() => this.project.pool.open(key))),
    );
  }

  readSet(key: SetKey): Promise<Result<StoredSet, ApiError>> {
    const { queue } = this.project.parts;
    return attemptAt(this.project.parts, () =>
      queue.run(() => this.project.pool.visit(key, async (set) => storedSet(set))),
    );
  }

  summaries() {
    return this.project.parts.summaries.of(new Set(this.manifest.documents.map(({ id }) => id)));
  }

  async usedNames() {
    await this.project.background;
    const [listed, trashed] = [new Set<string>(), new Set<string>()];
    for (const known of this.project.parts.summaries.all()) {
      const names = this.project.entryOf(known.documentId) ? listed : trashed;
      const { entityTypes, relationTypes, labelNames } = known;
      for (const name of [...entityTypes, ...relationTypes, ...labelNames]) names.add(name);
    }
    return { listed, trashed };
  }

  newDocumentId(name: string, taken: ReadonlySet<DocumentId> = new Set()): DocumentId {
    return freeDocumentId(
      name,
      (id) =>
        taken.has(id) ||
        this.project.entryOf(id, true) !== undefined ||
        this.project.parts.texts.isStaged(id),
    );
  }

  stageDocument(files: DocumentFiles): Promise<Result<null, ApiError>> {
    return attemptAt(this.project.parts, async () => {
      this.project.requireWritable();
      await this.project.parts.texts.stage(files);
      return null;
    });
  }

  stageSource(name: string, bytes: Uint8Array): Promise<Result<null, ApiError>> {
    return attemptAt(this.project.parts, async () => {
      this.project.requireWritable();
      await this.project.parts.texts.sources.stage(name, bytes);
      return null;
    });
  }

  async discardStaged(documentIds: readonly DocumentId[]): Promise<void> {
    const { texts } = this.project.parts;
    // A recorded action that could not be finished needs them at the next start, which clears up, too.
    if (this.project.readOnly !== null) return;
    await texts.discard(documentIds);
  }

  act(action: ProjectAction): Promise<Result<{ readonly seq: number }, ApiError>> {
    return attemptAt(this.project.parts, () =>
      this.project.parts.queue.run(() => act(this.project, action)),
    );
  }

  undoState() {
    return this.project.undoState;
  }

  async close(): Promise<void> {
    const { project } = this;
    if (project.isClosed) return;
    project.isClosed = true;
    await project.background;
    await project.parts.queue.idle();
    if (project.readOnly === null) {
      await project.pool.close();
      await project.parts.summaries.settle();
      await project.parts.summaries.save();
    }
    project.news.tell();
    await project.lock?.release();
  }
}

function storedSet(set: SetStore): StoredSet {
  const { annotator, index } = set.state;
  const { key, revision, problems } = set;
  return { key, annotator, index, revision, problems };
}
