import { isSame } from '#core/edit/same.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Schema } from '#core/model/schema.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import type { ProjectSession } from '../project/session.ts';

/** What an import goes into. */
export interface Into {
  /** `null`: a project that is yet to be made. */
  readonly session: ProjectSession | null;
  readonly schema: Schema;
  /** Whether the schema of the data takes the place of the project's: it is the default, and nothing uses it. */
  readonly isFresh: boolean;
  /** Names of types and labels that documents in the trash have, and that must stay in the schema. */
  readonly trashed: ReadonlySet<string>;
  /** By the hash of their text. */
  readonly documents: ReadonlyMap<string, DocumentEntry>;
}

/** The open project, or a new one. */
export async function intoProject(session: ProjectSession | null): Promise<Into> {
  if (!session) {
    return {
      session,
      schema: DEFAULT_SCHEMA,
      isFresh: true,
      trashed: new Set(),
      documents: new Map(),
    };
  }
  const { schema, manifest } = session;
  const used = await session.usedNames();
  const isDefault = isSame(schema, DEFAULT_SCHEMA);
  const entries = manifest.documents.map((entry) => [entry.textSha256, entry] as const);
  return {
    session,
    schema,
    isFresh: isDefault && used.listed.size === 0,
    trashed: used.trashed,
    documents: new Map(entries.reverse()),
  };
}
