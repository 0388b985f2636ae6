import { Low } from 'lowdb';
import { describeLeftOut, type LeftOut } from '#core/edit/left-out.ts';
import type { Problem } from '#core/problem.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { ChangeLog, lastMarker } from './change-log.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { encodeLine, OUTSIDE, OUTSIDE_META } from './log-line.ts';
import { LogMisfitError, type Replayed, replaySet } from './replay-set.ts';
import { SetCodec } from './set-codec.ts';
import { type SetContents, setFileCodec } from './set-contents.ts';
import type { SetEnv, SetIdentity } from './set-env.ts';
import { placeOf, type SetPlace } from './set-place.ts';
import { decodeChanges, SetStore } from './set-store.ts';
import { StoreError } from './store-error.ts';

/**
 * Opens an annotation set: its JSON file, plus what its log has beyond that. A set without files is
 * empty. Files that are damaged, foreign or do not fit the text are never modified: the set is
 * read-only then and says why. What another program did to the JSON file becomes an entry of the log.
 *
 * Inside the project's queue only.
 * @throws {StoreError} `disk`
 */
export async function openSet(env: SetEnv, identity: SetIdentity): Promise<SetStore> {
  const { key, textSha256 } = identity;
  const place = placeOf(env.folder, key);
  const codec = new SetCodec(identity.text);
  const problems: Problem[] = [];

  const { low, adapter, fault } = await readFile(env, identity, place, codec);
  const file = low.data;
  const foreign = fault ? null : foreignness(file, identity, place.name);
  const misplaced = file.misplaced.map((problem) => inFile(problem, place.name));
  problems.push(...(fault ? [fault] : []), ...misplaced, ...(foreign ? [foreign] : []));

  const log = await ChangeLog.open(env.files, place.log, {
    readOnly: identity.readOnly !== null || identity.isOthers || problems.length > 0,
    now: env.now,
    snapshot: file.revision,
  });
  const isOurs = log.marker?.sha256 === adapter.sha256 && log.marker?.snapshot === file.revision;
  const isFile = adapter.sha256 !== null && !fault;
  let replayed: Replayed;
  try {
    replayed = await replaySet({
      file,
      origin: isFile ? (isOurs ? 'ours' : 'other') : 'none',
      entries: log.entries,
      changes: async (entries) => decodeChanges(codec, await log.changes(entries), place),
    });
  } catch (error) {
    problems.push(misfit(error, place));
    replayed = { index: new SetIndex(file.records), outside: null, later: 0, leftOut: [] };
  }

  const { isOthers } = identity;
  const ownFault = isOthers ? log.problems[0] : undefined;
  const readOnly = identity.readOnly ?? problems[0]?.message ?? ownFault ?? null;
  for (const message of log.problems) problems.push({ code: 'damaged-log', message });
  const { outside, leftOut } = replayed;
  if (leftOut.length > 0) problems.push(overtaken(leftOut, place));
  if (outside && (isOthers || readOnly !== null)) replayed.index.apply(outside);
  const store = new SetStore(env, {
    key,
    annotator: isFile ? file.annotator : identity.annotator,
    textSha256,
    place,
    codec,
    low,
    adapter,
    log,
    index: replayed.index,
    revision: Math.max(file.revision, log.last),
    problems,
    readOnly,
    isOthers,
    unlogged: isOthers ? outside : null,
    recovered: replayed.later,
  });

  if (isOthers || readOnly !== null) return store;
  if (outside) {
    if (replayed.later > 0) await store.keepCopy();
    await store.append({ ...OUTSIDE_META, by: OUTSIDE }, outside);
  } else if (isFile && !isOurs && !log.isNew) {
    // A kill came between the file and its marker.
    await env.guard();
    await log.append(encodeLine({ snapshot: file.revision, sha256: adapter.sha256 ?? '' }));
  }
  if (store.isDirty) env.onDirty(key, true);
  return store;
}

async function readFile(env: SetEnv, identity: SetIdentity, place: SetPlace, codec: SetCodec) {
  const { key, annotator, textSha256 } = identity;
  const adapter = new DurableAdapter<SetContents>({
    files: env.files,
    path: place.json,
    name: place.name,
    codec: setFileCodec(codec),
    guard: env.guard,
    ownSha256: async () => (await lastMarker(env.files, place.log))?.sha256 ?? null,
  });
  const { documentId } = key;
  const low = new Low<SetContents>(adapter, {
    documentId,
    annotator,
    revision: 0,
    textSha256,
    records: [],
    misplaced: [],
  });
  let fault: Problem | null = null;
  try {
    await low.read();
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem.code === 'disk') throw error;
    fault = error.problem;
  }
  return { low, adapter, fault };
}

/** Edits that another program's version of the file came before: told, since there is nothing to merge with. */
function overtaken(leftOut: readonly LeftOut[], { name }: SetPlace): Problem {
  return {
    code: 'overtaken-edits',
    message: `${name} was changed by another program while it lacked edits of its log, and not all of them go with it. ${describeLeftOut(leftOut) ?? ''} They are kept in the log.`,
    place: { file: name },
  };
}

/** A problem of a record, naming the file as well. */
function inFile(problem: Problem, file: string): Problem {
  const message = problem.message.includes(file)
    ? problem.message
    : `${problem.message} It is in ${file}, which was left as it is.`;
  return { ...problem, message, place: { ...problem.place, file } };
}

function foreignness(file: SetContents, identity: SetIdentity, name: string): Problem | null {
  const { key, textSha256 } = identity;
  const place = { file: name };
  if (file.documentId !== key.documentId || file.annotator.id !== key.annotatorId)
    return {
      code: 'foreign-set',
      message: `${name} belongs to the document ${file.documentId} and the annotator ${file.annotator.id}: it was moved or renamed. It is shown and cannot be changed.`,
      place,
    };
  if (file.textSha256 !== textSha256)
    return {
      code: 'other-text',
      message: `${name} was made for another version of this text, so its offsets may be wrong. It is shown and cannot be changed.`,
      place,
    };
  return null;
}

/** @throws what is neither a misfit nor a damaged entry. */
function misfit(error: unknown, { name }: SetPlace): Problem {
  if (error instanceof StoreError && error.problem.code === 'invalid-file') return error.problem;
  if (!(error instanceof LogMisfitError)) throw error;
  return {
    code: 'log-misfit',
    message: `${name} and its change log do not belong together. It is shown as the file has it and cannot be changed; both files were left as they are.`,
    place: { file: name },
  };
}
