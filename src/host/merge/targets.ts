import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentMatch, matchDocuments } from '#core/merge/match-documents.ts';
import type { Records } from '#core/merge/merge-sets.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { ProjectSession } from '../project/session.ts';
import { unwrap } from '../store/store-error.ts';
import type { StoredHistory } from './read-history.ts';
import type { MergeSource } from './source.ts';

/** A set here that takes in what is there. */
export interface GrowingSet {
  readonly annotator: Annotator;
  /** `null`: there is none here, or nobody needs to know. */
  readonly history: StoredHistory | null;
  readonly before: Records;
  after: Records;
}

/** A document of the merged project. */
export interface Target {
  readonly entry: DocumentEntry;
  /** Where a document that is new here comes from; `null`: it is here. */
  readonly from: { readonly source: MergeSource; readonly entry: DocumentEntry } | null;
  readonly isTrashed: boolean;
  /** By annotator; as far as anything there concerns them. */
  readonly sets: Map<AnnotatorId, GrowingSet>;
}

/** The documents of the project here, and those that a merge adds. */
export class Targets {
  readonly all: Target[];
  readonly #ours: ProjectSession;
  readonly #taken: Set<string>;

  private constructor(
    ours: ProjectSession,
    undoneAt: ReadonlySet<string>,
    names: Iterable<string>,
  ) {
    const { documents, trash } = ours.manifest;
    const target = (entry: DocumentEntry, isTrashed: boolean): Target => ({
      ...{ entry, isTrashed, from: null, sets: new Map() },
    });
    // What went because a merge or an import was taken back was not thrown away: it may come again.
    const thrown = trash.filter(({ at }) => !undoneAt.has(at));
    this.all = [
      ...documents.map((entry) => target(entry, false)),
      ...thrown.map(({ document }) => target(document, true)),
    ];
    this.#ours = ours;
    const known = [...documents, ...trash.map(({ document }) => document)].map(({ id }) => id);
    this.#taken = new Set([...names, ...known].map((id) => id.toLowerCase()));
  }

  /** @param undoneAt when actions were taken back, see `Marks`. */
  static async of(ours: ProjectSession, undoneAt: ReadonlySet<string>): Promise<Targets> {
    const folders = ['documents', 'annotations'].map((name) =>
      readdir(join(ours.folder, name)).catch((): string[] => []),
    );
    return new Targets(ours, undoneAt, (await Promise.all(folders)).flat());
  }

  /** Finds the documents of a source, and adds those that are not here. */
  match(
    source: MergeSource,
  ): ReadonlyMap<DocumentId, { target: Target; by: 'id' | 'text' | null }> {
    const here = this.all.map((target) => ({ ...identityOf(target.entry), target }));
    const matches: readonly DocumentMatch<(typeof here)[number], DocumentEntry>[] = matchDocuments(
      here,
      source.session.manifest.documents,
    );
    return new Map(
      matches.map(({ theirs, ours, by }) => [
        theirs.id,
        { target: ours?.target ?? this.#add(source, theirs), by },
      ]),
    );
  }

  #add(source: MergeSource, entry: DocumentEntry): Target {
    const isFree = !this.#taken.has(entry.id.toLowerCase());
    const id = isFree ? entry.id : this.#ours.newDocumentId(entry.name, this.#taken);
    this.#taken.add(id.toLowerCase());
    const target: Target = {
      ...{ entry: { ...entry, id }, isTrashed: false, sets: new Map() },
      from: { source, entry },
    };
    this.all.push(target);
    return target;
  }

  /** The text of a document, wherever it comes from. @throws {StoreError} */
  async textOf({ entry, from }: Target): Promise<string> {
    const session = from?.source.session ?? this.#ours;
    return unwrap(await session.readText(from?.entry.id ?? entry.id));
  }
}

function identityOf({ id, textSha256 }: DocumentEntry) {
  return { id, textSha256 };
}
