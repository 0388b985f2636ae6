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
  /** By the hash of their text. */
  readonly documents: ReadonlyMap<string, DocumentEntry>;
}

/** The open project, or a new one. */
export async function intoProject(session: ProjectSession | null): Promise<Into> {
  if (!session) {
    return { session, schema: DEFAULT_SCHEMA, isFresh: true, documents: new Map() };
  }
  await session.listSets(); // all sets are known then
  const { schema, manifest } = session;
  const isUsed = session.summaries().some((set) => set.spans + set.relations + set.labels > 0);
  const entries = manifest.documents.map((entry) => [entry.textSha256, entry] as const);
  return {
    session,
    schema,
    isFresh: !isUsed && manifest.trash.length === 0 && isSame(schema, DEFAULT_SCHEMA),
    documents: new Map(entries.reverse()),
  };
}
