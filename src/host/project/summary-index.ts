import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import type { SetSummary } from '#api/calls/project.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import { makeFolder, stampOf, writeDurable } from '../store/durable-file.ts';
import type { Files } from '../store/files.ts';
import { annotatorsIn, placeOf } from '../store/set-place.ts';
import { namesIn, removeTemporaries } from '../store/stale-files.ts';
import { WriterQueue } from '../store/writer-queue.ts';
import { requireReachable } from './reach.ts';
import { type KnownSet, knownSet, type Stamps, summarizeFiles, summaryOf } from './summarize.ts';

const cacheFile = z.strictObject({
  format: z.literal('glossator-summaries'),
  formatVersion: z.literal(1),
  sets: z.array(knownSet),
});

const BATCH = 200;
/** Documents looked at together. */
const WIDE = 16;

export interface ScanOptions {
  /** In the order in which their summaries are wanted. */
  readonly documents: readonly DocumentId[];
  /** Also delete temporary files of killed sessions: for the lock's holder. */
  readonly isCleaning: boolean;
  readonly isStopped: () => boolean;
  /** Whether a set is open: what was taken from it since its last edit is newer than its files. */
  readonly isOpen: (key: SetKey) => boolean;
  /** Told of sets that are new, changed or gone (then with zeros). */
  readonly onFound: (summaries: readonly SetSummary[]) => void;
}

/**
 * What is known of all sets of a project without opening them. Comes from `cache/summaries.json` at
 * once, is brought up to date by `scan`, and follows the edits of this session.
 */
export class SummaryIndex {
  readonly #files: Files;
  readonly #folder: string;
  readonly #known = new Map<string, KnownSet>();
  readonly #names = new Map<AnnotatorId, string>();
  readonly #scans = new WriterQueue();
  #isChanged = false;

  constructor(files: Files, project: string) {
    this.#files = files;
    this.#folder = project;
  }

  /** Reads the cache. A cache that cannot be read is no loss. */
  async load(): Promise<void> {
    try {
      const bytes = await this.#files.readFile(this.#path);
      for (const known of cacheFile.parse(JSON.parse(bytes.toString())).sets) this.#put(known);
    } catch {
      this.#known.clear();
    }
    this.#isChanged = false;
  }

  /** Notes the stamps of sets that were open, when nothing writes to them any more. */
  async settle(): Promise<void> {
    for (const known of [...this.all()]) {
      if (isOfSession(known)) this.#put({ ...known, ...(await this.stampsOf(known)) });
    }
  }

  /** Writes the cache; a disk that does not want it is no loss. */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    const sets = [...this.#known.values()].map((known) => JSON.stringify(known)).join(',\n');
    const text = `{"format":"glossator-summaries","formatVersion":1,"sets":[\n${sets}\n]}\n`;
    try {
      await requireReachable({ files: this.#files, folder: this.#folder });
      await makeFolder(this.#files, join(this.#folder, 'cache'));
      await writeDurable(this.#files, this.#path, Buffer.from(text));
      this.#isChanged = false;
    } catch {
      // It is made anew from the sets.
    }
  }

  all(): IterableIterator<KnownSet> {
    return this.#known.values();
  }

  of(documentIds: ReadonlySet<DocumentId>): SetSummary[] {
    return [...this.all()].filter((known) => documentIds.has(known.documentId)).map(summaryOf);
  }

  /** Everyone who has a set on disk. */
  annotators(): Annotator[] {
    return [...this.#names].map(([id, name]) => ({ id, name }));
  }

  /** Name that an annotator's sets give; `undefined` where none does. */
  nameOf(annotatorId: AnnotatorId): string | undefined {
    return this.#names.get(annotatorId);
  }

  /** What is known of a set; `undefined` where nothing is. */
  get(key: SetKey): KnownSet | undefined {
    return this.#known.get(idOf(key));
  }

  /** Takes what an open set says of itself. */
  set(known: KnownSet): void {
    this.#put(known);
  }

  /** Stamps of a set's files as they are now. */
  async stampsOf(key: SetKey): Promise<Stamps> {
    const place = placeOf(this.#folder, key);
    const plain = async (path: string) => {
      const stamp = await stampOf(this.#files, path);
      return stamp ? { size: stamp.size, mtimeMs: stamp.mtimeMs } : null;
    };
    return { json: await plain(place.json), log: await plain(place.log) };
  }

  /**
   * Looks at the files of all sets and reads those that are not as known. Long for a cold cache; other
   * work goes on meanwhile. Scans run one after the other: what the last one says is newest.
   */
  scan(options: ScanOptions): Promise<void> {
    return this.#scans.run(() => this.#scan(options));
  }

  async #scan(options: ScanOptions): Promise<void> {
    const { documents, isStopped, onFound } = options;
    const withSets = new Set(await namesIn(this.#files, join(this.#folder, 'annotations')));
    const there = documents.filter((id) => withSets.has(id));
    let found: SetSummary[] = [];
    const seen = new Set<string>();
    for (let from = 0; from < there.length && !isStopped(); from += WIDE) {
      const some = there.slice(from, from + WIDE);
      const lists = await Promise.all(some.map((id) => this.#scanDocument(id, seen, options)));
      for (const list of lists) found.push(...list);
      if (found.length >= BATCH) {
        onFound(found);
        found = [];
        await breathe();
      }
    }
    if (isStopped()) return;
    const listed = new Set(documents);
    for (const [id, known] of this.#known) {
      if (seen.has(id) || !listed.has(known.documentId)) continue;
      this.#known.delete(id);
      this.#isChanged = true;
      found.push({
        ...summaryOf(known),
        spans: 0,
        relations: 0,
        labels: 0,
        status: 'new',
        statusAt: '',
      });
    }
    if (found.length > 0) onFound(found);
  }

  async #scanDocument(documentId: DocumentId, seen: Set<string>, options: ScanOptions) {
    const folder = join(this.#folder, 'annotations', documentId);
    if (options.isCleaning) await removeTemporaries(this.#files, folder);
    const found: SetSummary[] = [];
    for (const annotatorId of annotatorsIn(await namesIn(this.#files, folder))) {
      const key = { documentId, annotatorId };
      seen.add(idOf(key));
      if (options.isOpen(key) && isOfSession(this.#known.get(idOf(key)))) continue;
      const stamps = await this.stampsOf(key);
      const known = this.#known.get(idOf(key));
      if (known && isSame(known.json, stamps.json) && isSame(known.log, stamps.log)) continue;
      const read = await summarizeFiles(this.#files, key, placeOf(this.#folder, key), stamps);
      // An edit of this session may have come in between; it knows better.
      if (this.#known.get(idOf(key)) !== known) continue;
      this.#put(read);
      found.push(summaryOf(read));
    }
    return found;
  }

  get #path(): string {
    return join(this.#folder, 'cache', 'summaries.json');
  }

  #put(known: KnownSet): void {
    const { annotatorId, annotatorName } = known;
    this.#known.set(idOf(known), known);
    // A set whose file could not be read knows its annotator's id only.
    if (annotatorName !== annotatorId || !this.#names.has(annotatorId))
      this.#names.set(annotatorId, annotatorName);
    this.#isChanged = true;
  }
}

/** One string for a set's key. */
export function idOf({ documentId, annotatorId }: SetKey): string {
  return `${documentId}/${annotatorId}`;
}

/** Whether it was taken from an open set, not from files. */
function isOfSession(known: KnownSet | undefined): boolean {
  return known !== undefined && known.json === null && known.log === null;
}

function isSame(a: KnownSet['json'], b: KnownSet['json']): boolean {
  return a?.size === b?.size && a?.mtimeMs === b?.mtimeMs;
}
