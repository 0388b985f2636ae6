import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { diff } from '#core/edit/diff.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { isSame } from '#core/edit/same.ts';
import { validateSchema } from '#core/schema/validate.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { diskError, StoreError, unwrap } from '../store/store-error.ts';
import type { MergeWork } from './plan-merge.ts';
import { MERGE_CODE } from './read-marks.ts';
import type { MergeSource } from './source.ts';
import type { Target } from './targets.ts';

/**
 * Carries a planned merge out, whole or not at all, as one project-wide action: new documents, sets,
 * people and types. Until it is done, files are staged apart; they are gone again where something fails.
 * @throws {StoreError} `read-only`, `refused`, `stale`, `disk`
 */
export async function applyMerge(
  session: ProjectSession,
  { plan, targets, schema, people, merged }: MergeWork,
  sources: readonly MergeSource[],
  job: Job,
): Promise<void> {
  if (session.readOnly !== null)
    throw new StoreError({ code: 'read-only', message: session.readOnly });
  if (!plan.isChange) return;
  const fault = validateSchema(schema).find(({ severity }) => severity === 'error');
  if (fault) throw new StoreError({ ...fault, code: 'refused' });

  const added = targets.filter(({ from }) => from !== null);
  let isDone = false;
  try {
    for (const [i, target] of added.entries()) {
      job.signal.throwIfAborted();
      job.progress(i, added.length, target.entry.name);
      await stage(session, target);
    }
    job.signal.throwIfAborted();
    const sets = targets.filter(({ from }) => from === null).flatMap(changesOf);
    const documents = { added: added.map(({ entry }) => entry), removed: [], updated: [] };
    const done = await session.act({
      label: labelOf(sources),
      code: MERGE_CODE,
      change: {
        ...(added.length > 0 ? { documents } : {}),
        ...(sets.length > 0 ? { sets } : {}),
        ...(people.length > 0 ? { annotators: people } : {}),
        ...(merged.length > 0 ? { merged } : {}),
        ...(isSame(schema, session.schema) ? {} : { schema: [session.schema, schema] as const }),
      },
    });
    unwrap(done);
    isDone = true;
  } finally {
    if (!isDone) await session.discardStaged(added.map(({ entry }) => entry.id));
  }
}

function labelOf(sources: readonly MergeSource[]): string {
  const [only] = sources;
  return only && sources.length === 1 ? `Merge ‘${only.name}’` : `Merge ${sources.length} projects`;
}

/** What the sets of a document that is here gain and lose. */
function changesOf({ entry, sets }: Target) {
  return [...sets].flatMap(([annotatorId, { before, after }]) => {
    const change = diff(before, after);
    return isEmpty(change) ? [] : [{ documentId: entry.id, annotatorId, change }];
  });
}

/** Writes the files of a document where the action finds them. */
async function stage(session: ProjectSession, { entry, from, sets }: Target): Promise<void> {
  if (!from) return;
  const there = from.source.session;
  const text = unwrap(await there.readText(from.entry.id));
  const bytes = unwrap(await there.readSource(from.entry.id));
  const details = unwrap(await there.readDetails(from.entry.id));
  const { file, sha256 } = entry.source;
  requireHash(bytes, sha256, file);
  const isShared = file.includes('/');
  if (isShared) unwrap(await session.stageSource(basename(file), bytes));
  for (const other of details.files ?? []) {
    const path = join(there.folder, ...other.file.split('/'));
    const more = await readFile(path).catch((error: unknown) => {
      throw diskError(error, other.file, 'Could not read');
    });
    requireHash(more, other.sha256, other.file);
    unwrap(await session.stageSource(basename(other.file), more));
  }
  const staged = await session.stageDocument({
    ...{ documentId: entry.id, text, sourceFile: file, source: isShared ? null : bytes, details },
    sets: [...sets.values()]
      .map(({ annotator, after }) => ({ annotator, records: [...after.values()] }))
      .filter(({ records }) => records.length > 0),
  });
  unwrap(staged);
}

function requireHash(bytes: Uint8Array, sha256: string, file: string): void {
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return;
  const message = `${file} is not the file that the project there was made of: it is damaged, or was changed. Nothing was merged.`;
  throw new StoreError({ code: 'invalid-file', message, place: { file } });
}
