import type { ConflictLine, MergeChoice, MergedSetLine, MergePlan } from '#api/calls/merge.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { isSame } from '#core/edit/same.ts';
import { commonBase } from '#core/merge/common-base.ts';
import { compareSides } from '#core/merge/compare-sides.ts';
import { inOurNames } from '#core/merge/in-our-names.ts';
import { type MatchedPeople, matchPeople } from '#core/merge/match-people.ts';
import { mergeSets, type Records } from '#core/merge/merge-sets.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { idOf } from '../project/summary-index.ts';
import { conflictLines } from './conflict-lines.ts';
import { planSchema, type SchemaPlan } from './plan-schema.ts';
import { readHistory, type StoredHistory } from './read-history.ts';
import { type Marks, readMarks } from './read-marks.ts';
import { readSoundSet, type SoundSet } from './read-sound-set.ts';
import { renamesSince } from './renames-since.ts';
import { type MergeSource, ONLOOKER } from './source.ts';
import { type GrowingSet, type Target, Targets } from './targets.ts';

/** A line of the log there up to which a set here was merged. */
export type Merged = SetKey & { readonly seq: number; readonly sum: string };

/** Everything that a merge does. */
export interface MergeWork {
  readonly plan: MergePlan;
  readonly targets: readonly Target[];
  readonly schema: Schema;
  readonly people: readonly Annotator[];
  readonly merged: readonly Merged[];
}

/** Works out what merging does, source by source; changes nothing. @throws {StoreError} */
export async function planMerge(
  ours: ProjectSession,
  sources: readonly MergeSource[],
  choice: MergeChoice,
  job: Job,
): Promise<MergeWork> {
  const keys = await ours.listSets();
  const marks = await readMarks(ours.folder);
  const planning = new Planning(ours, marks, await Targets.of(ours, marks.undoneAt));
  for (const source of sources) await planning.add(source, choice, job);
  return planning.work(keys);
}

class Planning {
  readonly #ours: ProjectSession;
  readonly #marks: Marks;
  readonly #targets: Targets;
  #schema: Schema;
  readonly #names: Pick<SchemaPlan, 'added' | 'differences'>[] = [];
  readonly #people: MatchedPeople[] = [];
  readonly #joined: { theirs: Annotator; ours: Annotator }[] = [];
  readonly #sets: MergedSetLine[] = [];
  readonly #conflicts: ConflictLine[] = [];
  readonly #problems: Problem[] = [];
  readonly #merged: Merged[] = [];
  readonly #met = new Map<Target, 'id' | 'text'>();
  /** Sets here that have one there. */
  readonly #there = new Set<string>();

  constructor(ours: ProjectSession, marks: Marks, targets: Targets) {
    this.#ours = ours;
    this.#marks = marks;
    this.#targets = targets;
    this.#schema = ours.schema;
  }

  async add(source: MergeSource, choice: MergeChoice, job: Job): Promise<void> {
    const { session, name } = source;
    const keys = await session.listSets();
    const renamed = await renamesSince(this.#ours, session);
    const chosen = choice.mapping;
    const names = await planSchema(this.#schema, { session, chosen, renamed });
    this.#schema = names.schema;
    this.#names.push(names);
    const people = this.#match(session, choice);
    const documents = this.#targets.match(source);
    for (const { target, by } of documents.values()) if (by) this.#met.set(target, by);
    for (const [i, key] of keys.entries()) {
      job.signal.throwIfAborted();
      job.progress(i, keys.length, name);
      const target = documents.get(key.documentId)?.target;
      if (!target) continue;
      const theirs = await readSoundSet(session, key, `of ‘${target.entry.name}’ in ${name}`);
      if (!theirs.ok) this.#problems.push(theirs.error);
      else await this.#merge(target, { source, key, set: theirs.value, names, people });
    }
  }

  #match(session: ProjectSession, { join }: MergeChoice): MatchedPeople {
    const here = [...this.#ours.annotators, ...this.#people.flatMap(({ added }) => added)];
    const there = session.annotators.filter(({ id }) => id !== ONLOOKER.id);
    const people = matchPeople(here, there, new Map(Object.entries(join)));
    this.#people.push(people);
    for (const theirs of there) {
      const id = people.ids.get(theirs.id);
      if (id === undefined || id === theirs.id) continue;
      this.#joined.push({ theirs, ours: here.find((one) => one.id === id) ?? { id, name: id } });
    }
    return people;
  }

  async #merge(target: Target, there: There): Promise<void> {
    const { source, key, set, names, people } = there;
    const annotatorId = people.ids.get(key.annotatorId) ?? key.annotatorId;
    const here = await this.#growing(target, { ...set.annotator, id: annotatorId });
    if (!here) return;
    const text = await this.#targets.textOf(target);
    const history = await readHistory(source.session.folder, { ...set, key, text });
    const ourKey = { documentId: target.entry.id, annotatorId };
    const known = this.#marks.bySet.get(idOf(ourKey)) ?? [];
    const renamed = (records: Records) => (names.plan ? inOurNames(records, names.plan) : records);
    const marks = { ours: known, theirs: source.marks.bySet.get(idOf(key)) ?? [] };
    const base = renamed(commonBase(here.history ?? NO_HISTORY, history, marks));
    const theirs = renamed(set.records);
    const before = here.after;
    const done = mergeSets(base, before, theirs);
    this.#there.add(idOf(ourKey));
    if (!isEmpty(done.change)) here.after = done.records;
    // Sets that stay as they are need not be kept in memory.
    else if (target.from === null && here.after === here.before) target.sets.delete(annotatorId);
    // What they had taken in from others, ours has now taken in as well.
    for (const { seq, sum } of [...marks.theirs, ...(history.tip ? [history.tip] : [])])
      if (!known.some((one) => one.seq === seq && one.sum === sum))
        this.#merged.push({ ...ourKey, seq, sum });
    const place = { ...ourKey, document: target.entry.name, annotator: here.annotator };
    const lines = conflictLines(done.conflicts, place, { text, records: done.records });
    this.#conflicts.push(...lines);
    const count = (part: object) => Object.keys(part).length;
    this.#sets.push({
      ...{ documentId: place.documentId, document: place.document, annotator: place.annotator },
      fate: isEmpty(done.change) ? 'same' : before.size === 0 ? 'new' : 'changed',
      ...compareSides(base, before, theirs),
      added: count(done.change.added),
      updated: count(done.change.updated),
      removed: count(done.change.removed),
      ...{ twins: done.twins.length, conflicts: lines.length },
    });
  }

  /** The set here; `undefined` where it cannot be changed, which is told. */
  async #growing(target: Target, annotator: Annotator): Promise<GrowingSet | undefined> {
    const known = target.sets.get(annotator.id);
    if (known) return known;
    const key = { documentId: target.entry.id, annotatorId: annotator.id };
    const isHere = target.from === null;
    const read = isHere
      ? await readSoundSet(this.#ours, key, `of ‘${target.entry.name}’ here`)
      : undefined;
    if (read && !read.ok) {
      this.#problems.push(read.error);
      return undefined;
    }
    const set = read?.value;
    const text = set ? await this.#targets.textOf(target) : '';
    const before: Records = set?.records ?? new Map();
    const growing: GrowingSet = {
      annotator: set && set.revision > 0 ? set.annotator : annotator,
      history: set ? await readHistory(this.#ours.folder, { ...set, key, text }) : null,
      ...{ before, after: before },
    };
    target.sets.set(annotator.id, growing);
    return growing;
  }

  work(keys: readonly SetKey[]): MergeWork {
    const { all } = this.#targets;
    const added = all.filter(({ from }) => from !== null);
    const met = [...this.#met].filter(([target]) => target.from === null);
    const people = [
      ...new Map(this.#people.flatMap((one) => one.added.map((a) => [a.id, a]))).values(),
    ];
    const sameNames = this.#people.flatMap((one) => one.sameNames);
    const plan: MergePlan = {
      documents: {
        added: added.map(({ entry: { id, name } }) => ({ id, name })),
        matched: met.length,
        byText: met.filter(([, by]) => by === 'text').length,
        onlyHere: all.filter((one) => !one.from && !one.isTrashed && !this.#met.has(one)).length,
        trashed: met.filter(([one]) => one.isTrashed).map(([{ entry }]) => entry.name),
      },
      sets: this.#sets,
      setsOnlyHere: keys.filter((key) => !this.#there.has(idOf(key))).length,
      people: { added: people, sameNames, joined: this.#joined },
      schema: {
        added: this.#names.flatMap((one) => one.added),
        differences: this.#names.flatMap((one) => one.differences),
      },
      conflicts: this.#conflicts,
      problems: this.#problems,
      isChange:
        added.length > 0 ||
        this.#sets.some(({ fate }) => fate !== 'same') ||
        !isSame(this.#schema, this.#ours.schema),
    };
    const merged = [
      ...new Map(this.#merged.map((one) => [`${idOf(one)} ${one.sum}`, one])).values(),
    ];
    return { plan, targets: all, schema: this.#schema, people, merged };
  }
}

const NO_HISTORY: StoredHistory = { lines: [], tip: null, stateAfter: () => new Map() };

/** A set that is there, and how it is taken in. */
interface There {
  readonly source: MergeSource;
  readonly key: SetKey;
  readonly set: SoundSet;
  readonly names: SchemaPlan;
  readonly people: MatchedPeople;
}
