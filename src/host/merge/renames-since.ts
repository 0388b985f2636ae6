import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { EntityType } from '#core/model/schema.ts';
import { findByName } from '#core/schema/lookup.ts';
import { packedAfter } from '../packets/packed-after.ts';
import { followSchemas } from '../project/follow-schemas.ts';
import { OpenSession } from '../project/project-session.ts';
import type { ProjectSession } from '../project/session.ts';
import { scanLog } from '../store/scan-log.ts';
import { isMissing } from '../store/store-error.ts';

/** What types there are called here. */
export type Renames = Pick<ImportMapping, 'entityTypes' | 'relationTypes'>;

const NONE: Renames = { entityTypes: {}, relationTypes: {} };

/**
 * Types that were renamed or merged here since a packet or a copy of the project was made: work that comes
 * back with the old names is given the new ones. @throws {StoreError}
 */
export async function renamesSince(ours: ProjectSession, theirs: ProjectSession): Promise<Renames> {
  if (!(ours instanceof OpenSession) || ours.manifest.id !== theirs.manifest.id) return NONE;
  const action = (await packedAfter(theirs)) ?? (await commonActions(ours, theirs));
  const follow = await followSchemas(ours.project, { at: '', action });
  const renamed = (
    types: readonly EntityType[],
    own: readonly EntityType[],
    record: (type: string) => AnnotationRecord,
  ) =>
    Object.fromEntries(
      types.flatMap(({ name }) => {
        const now = findByName(own, name) ? undefined : follow(record(name));
        return now && 'type' in now && now.type !== name ? [[name, now.type] as const] : [];
      }),
    );
  const empty = { attributes: {}, note: '' };
  return {
    entityTypes: renamed(theirs.schema.entityTypes, ours.schema.entityTypes, (type) => ({
      ...{ kind: 'span', id: 's', type, ranges: [{ start: 0, end: 1 }], ...empty },
    })),
    relationTypes: renamed(theirs.schema.relationTypes, ours.schema.relationTypes, (type) => ({
      ...{ kind: 'relation', id: 'r', type, from: 's', to: 't', ...empty },
    })),
  };
}

/** Number of the last project-wide action that both logs have alike. */
async function commonActions(ours: ProjectSession, theirs: ProjectSession): Promise<number> {
  const [own, other] = await Promise.all(
    [ours, theirs].map(({ folder }) => bytesOf(join(folder, 'project.log'))),
  );
  if (!own || !other) return 0;
  let last = 0;
  for (const { head, at, length } of scanLog(own).entries) {
    if (!own.subarray(at, at + length).equals(other.subarray(at, at + length))) break;
    last = head.seq;
  }
  return last;
}

function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return Buffer.alloc(0);
    throw error;
  });
}
