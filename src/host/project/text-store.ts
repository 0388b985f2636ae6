import { isAscii } from 'node:buffer';
import { basename, dirname, join } from 'node:path';
import type { DocumentEntry } from '#core/model/document.ts';
import type { DocumentId } from '#core/model/ids.ts';
import { decodeDetails, encodeDetails, type StoredDetails } from '../store/details-format.ts';
import { sha256Of } from '../store/durable-adapter.ts';
import { makeFolder, renamePatiently, syncFolder } from '../store/durable-file.ts';
import type { Files } from '../store/files.ts';
import { parseJson } from '../store/parse-json.ts';
import { namesIn } from '../store/stale-files.ts';
import { codeOf, diskError, isMissing, StoreError, unwrap } from '../store/store-error.ts';
import { encodeNewSet } from './new-set.ts';
import { requireReachable } from './reach.ts';
import type { DocumentFiles } from './session.ts';
import { SourceStore } from './source-store.ts';
import { writeNew } from './write-new.ts';

const INCOMING = '.incoming-';
/** Texts kept in memory, in UTF-16 code units, at least the last one. */
const KEPT = 32 * 1024 * 1024;

/** In the folder of a staged document: its sets, until they are moved to the project's. */
const SETS = 'sets';
const DETAILS = 'document.json';

/** Texts, source files and details of a project's documents. */
export class TextStore {
  readonly sources: SourceStore;
  readonly #files: Files;
  readonly #project: string;
  readonly #folder: string;
  /** The one used last comes last. */
  readonly #kept = new Map<DocumentId, string>();
  /** Asked for twice at once, a text is read once. */
  readonly #reading = new Map<DocumentId, Promise<string>>();
  #size = 0;
  /** Documents that are being staged or wait for their action, and how many imports or merges have them. */
  readonly #staged = new Map<DocumentId, number>();

  /** @param project absolute path of the project's folder. */
  constructor(files: Files, project: string) {
    this.#files = files;
    this.#project = project;
    this.#folder = join(project, 'documents');
    this.sources = new SourceStore(files, project);
  }

  /**
   * The document's text, checked against the entry: offsets count in these very characters.
   * @throws {StoreError} `not-found`, `invalid-file` or `disk`
   */
  async read(entry: DocumentEntry): Promise<string> {
    const kept = this.#kept.get(entry.id);
    if (kept !== undefined) {
      this.#kept.delete(entry.id);
      this.#kept.set(entry.id, kept);
      return kept;
    }
    const reading = this.#reading.get(entry.id);
    if (reading) return reading;
    const read = this.#readText(entry).finally(() => this.#reading.delete(entry.id));
    this.#reading.set(entry.id, read);
    return read;
  }

  async #readText(entry: DocumentEntry): Promise<string> {
    const bytes = await this.#readFile(entry, 'text.txt');
    const file = `documents/${entry.id}/text.txt`;
    if (sha256Of(bytes) !== entry.textSha256)
      throw new StoreError({
        code: 'invalid-file',
        message: `${file} was changed by another program, so the annotations would no longer fit. Put the original text back; Glossator did not change it.`,
        place: { file },
      });
    // ASCII, as long texts often are, needs no decoding: ten times as fast.
    const text = isAscii(bytes)
      ? bytes.toString('latin1')
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    this.#keep(entry.id, text);
    return text;
  }

  /** @throws {StoreError} `not-found` or `disk` */
  readSource(entry: DocumentEntry): Promise<Buffer> {
    return this.#readFile(entry, entry.source.file);
  }

  /**
   * What the imported file says of the document besides its text; nothing where there is no such file.
   * @throws {StoreError} `invalid-file`, `newer-format`, `disk`
   */
  async readDetails(entry: DocumentEntry): Promise<StoredDetails> {
    const file = `documents/${entry.id}/${DETAILS}`;
    let bytes: Buffer | null;
    try {
      bytes = await this.#files.readFile(join(this.#folder, entry.id, DETAILS));
    } catch (error) {
      if (!isMissing(error)) throw diskError(error, file, 'Could not read');
      bytes = await this.#readStaged(entry, DETAILS);
    }
    if (bytes === null) return {};
    const text = await this.read(entry);
    return unwrap(decodeDetails(unwrap(parseJson(bytes, file)), file, text));
  }

  /** Whether files of that document are staged, or being so. */
  isStaged(id: DocumentId): boolean {
    return this.#staged.has(id);
  }

  /**
   * Writes the files of a document that is about to be added.
   * @throws {StoreError} `disk`; `stale` where another import or merge brings one of that id.
   */
  async stage(document: DocumentFiles): Promise<void> {
    const { documentId, text, source, sourceFile, details = {}, sets = [] } = document;
    const folder = join(this.#folder, INCOMING + documentId);
    const others = this.#staged.get(documentId) ?? 0;
    this.#staged.set(documentId, others + 1);
    if (others > 0) throw broughtTwice(documentId);
    try {
      await requireReachable({ files: this.#files, folder: dirname(this.#folder) });
      await this.#files.rm(folder, { recursive: true, force: true });
      await makeFolder(this.#files, folder);
      await writeNew(this.#files, join(folder, 'text.txt'), Buffer.from(text));
      if (source) await writeNew(this.#files, join(folder, sourceFile), source);
      const bytes = encodeDetails(text, details);
      if (bytes) await writeNew(this.#files, join(folder, DETAILS), bytes);
      if (sets.length > 0) {
        await this.#files.mkdir(join(folder, SETS));
        for (const set of sets) {
          const path = join(folder, SETS, `${set.annotator.id}.json`);
          await writeNew(this.#files, path, await encodeNewSet(document, set));
        }
        await syncFolder(this.#files, join(folder, SETS));
      }
      await syncFolder(this.#files, folder);
    } catch (error) {
      await this.#remove(documentId);
      throw diskError(error, `documents/${documentId}`, 'Could not save');
    }
  }

  /**
   * Removes staged files: those that no other import or merge has, and shared ones where none is under way.
   */
  async discard(ids: readonly DocumentId[]): Promise<void> {
    for (const id of ids) {
      const others = (this.#staged.get(id) ?? 1) - 1;
      if (others > 0) this.#staged.set(id, others);
      else {
        await this.#remove(id);
        this.#staged.delete(id);
      }
    }
    if (this.#staged.size === 0 && !this.sources.isBusy) await this.sources.discard();
  }

  async #remove(id: DocumentId): Promise<void> {
    const folder = join(this.#folder, INCOMING + id);
    await this.#files.rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  /** Removes all staged files that a killed session left. */
  async discardAll(): Promise<void> {
    const names = await namesIn(this.#files, this.#folder);
    const staged = names.filter((name) => name.startsWith(INCOMING));
    await this.discard(staged.map((name) => name.slice(INCOMING.length)));
  }

  /** Whether a document's files are there: staged, or in their place. */
  async has(id: DocumentId): Promise<boolean> {
    for (const name of [INCOMING + id, id]) {
      const isThere = await this.#files.stat(join(this.#folder, name, 'text.txt')).then(
        () => true,
        () => false,
      );
      if (isThere) return true;
    }
    return false;
  }

  /** Whether the shared file that a staged document was made of is there, where it is of one. */
  async hasSource({ id, source: { file } }: DocumentEntry): Promise<boolean> {
    return !this.isStaged(id) || !file.includes('/') || this.sources.has(basename(file));
  }

  /** Moves staged files into their place; those that are there already stay. @throws {StoreError} `disk` */
  async settle(ids: readonly DocumentId[]): Promise<void> {
    if (ids.length > 0) await this.sources.settle();
    let [moved, withSets] = [0, 0];
    for (const id of ids) {
      const staged = join(this.#folder, INCOMING + id);
      try {
        if (await this.#settleSets(id, staged)) withSets++;
        await renamePatiently(this.#files, staged, join(this.#folder, id));
        this.#staged.delete(id);
        moved++;
      } catch (error) {
        if (!isMissing(error)) throw diskError(error, `documents/${id}`, 'Could not save');
      }
    }
    if (withSets > 0) await syncFolder(this.#files, join(this.#project, 'annotations'));
    if (moved > 0) await syncFolder(this.#files, this.#folder);
  }

  /** Before the document itself: a document is never there without the sets it came with. */
  async #settleSets(id: DocumentId, staged: string): Promise<boolean> {
    const from = join(staged, SETS);
    const to = join(this.#project, 'annotations', id);
    try {
      await this.#files.stat(from);
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    await makeFolder(this.#files, join(this.#project, 'annotations'));
    try {
      await renamePatiently(this.#files, from, to);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))) throw error;
      // Something of that name was put there by hand since: it is kept beside.
      await renamePatiently(this.#files, to, `${to}.${Date.now().toString(36)}`);
      await renamePatiently(this.#files, from, to);
    }
    return true;
  }

  /** @param name of a file of the document, or with its folder that of a shared one. */
  async #readFile(entry: DocumentEntry, name: string): Promise<Buffer> {
    const file = name.includes('/') ? name : `documents/${entry.id}/${name}`;
    try {
      return await this.#files.readFile(join(this.#project, file));
    } catch (error) {
      if (!isMissing(error)) throw diskError(error, file, 'Could not read');
      const bytes = await this.#readStaged(entry, name);
      if (bytes) return bytes;
      throw new StoreError({
        code: 'not-found',
        message: `${file} is missing. Put it back from a copy of the project to open ‘${entry.name}’.`,
        place: { file, id: entry.id },
      });
    }
  }

  /** A file of a document whose action is recorded, and not finished: where nothing may be written. */
  #readStaged({ id }: DocumentEntry, name: string): Promise<Buffer | null> {
    if (name.includes('/')) return this.sources.readStaged(basename(name));
    return this.#files.readFile(join(this.#folder, INCOMING + id, name)).catch(() => null);
  }

  #keep(id: DocumentId, text: string): void {
    if (!this.#kept.has(id)) this.#size += text.length;
    this.#kept.set(id, text);
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= KEPT || oldest === id) return;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
  }
}

function broughtTwice(id: DocumentId): StoreError {
  return new StoreError({
    code: 'stale',
    message: `Another import or merge brings a document ‘${id}’ right now. Wait until it is done, and try again.`,
  });
}
