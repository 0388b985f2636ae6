import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportChoice, PreviewDocument } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { Change } from '#core/edit/change.ts';
import { diff } from '#core/edit/diff.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { Merged } from '#core/exchange/merge-records.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { makeId } from '#core/model/ids.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import { GrowingSet, incomingSets } from './incoming-sets.ts';
import type { Into } from './into.ts';
import type { NamesPlan } from './plan-work.ts';
import type { ReadDocument } from './read-document.ts';

/** A document that is added. */
export interface NewDocument {
  readonly name: string;
  readonly read: ReadDocument;
  readonly sets: Map<string, GrowingSet>;
}

/** A document of the project that receives sets. */
export interface Receiver {
  readonly entry: DocumentEntry;
  readonly sets: Map<
    string,
    { readonly before: ReadonlyMap<string, AnnotationRecord>; readonly grown: GrowingSet }
  >;
}

/** Everything that an import does. */
export interface Work {
  readonly added: readonly NewDocument[];
  readonly receivers: readonly Receiver[];
  readonly shown: readonly PreviewDocument[];
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

interface Counts {
  known: number;
  sets: number;
  spans: number;
  relations: number;
  labels: number;
  notes: number;
  leftOut: number;
  already: number;
}

/** Works out which documents are added and which receive sets. Fails where a set of the project cannot be read. */
export async function planWork(
  {
    documents,
    names,
  }: { readonly documents: readonly ReadDocument[]; readonly names: readonly string[] },
  { plan }: NamesPlan,
  into: Into,
  choice: ImportChoice,
  { job, random }: { readonly job: Job; readonly random: () => number },
): Promise<Result<Work, ApiError>> {
  const planning = new Planning(into, (prefix) => makeId(prefix, random));
  const without = new Set(choice.without);
  const copies = new Set(choice.copies);
  for (const [i, read] of documents.entries()) {
    const name = names[i] ?? read.name;
    const mapped = incomingSets(read, plan, choice.annotators);
    const twin = planning.twinOf(read);
    const isLeftOut = without.has(read.key);
    let fate: PreviewDocument['fate'] = 'new';
    if (!isLeftOut) {
      const isNew = !twin || copies.has(read.key);
      const to = isNew ? planning.add(read, name) : twin;
      const done = await planning.give(to, mapped);
      if (!done.ok) return done;
      if (!isNew) fate = done.value ? 'receives' : 'known';
      if (fate === 'known') planning.counts.known++;
    }
    planning.shown.push(shownDocument(read, { name, fate, same: twin ? sameAs(twin) : null }));
    if (i % 20 === 0) {
      job.progress(i, documents.length, name);
      job.signal.throwIfAborted();
      await breathe();
    }
  }
  return ok(planning.work());
}

type Target = NewDocument | Receiver;

class Planning {
  readonly shown: PreviewDocument[] = [];
  readonly counts: Counts = {
    ...{ known: 0, sets: 0, spans: 0, relations: 0, labels: 0, notes: 0, leftOut: 0, already: 0 },
  };
  readonly #into: Into;
  readonly #newId: (prefix: string) => string;
  readonly #added: NewDocument[] = [];
  readonly #byText = new Map<string, NewDocument>();
  readonly #receivers = new Map<string, Receiver>();
  readonly #misfits = new Map<string, number>();
  readonly #problems: Problem[] = [];

  constructor(into: Into, newId: (prefix: string) => string) {
    this.#into = into;
    this.#newId = newId;
  }

  /** The document with the same text, of the project or before it in the list. */
  twinOf({ textSha256 }: ReadDocument): Target | undefined {
    const entry = this.#into.documents.get(textSha256);
    if (!entry) return this.#byText.get(textSha256);
    const known = this.#receivers.get(entry.id);
    if (known) return known;
    const receiver = { entry, sets: new Map() };
    this.#receivers.set(entry.id, receiver);
    return receiver;
  }

  add(read: ReadDocument, name: string): NewDocument {
    const added = { name, read, sets: new Map<string, GrowingSet>() };
    this.#added.push(added);
    if (!this.#byText.has(read.textSha256)) this.#byText.set(read.textSha256, added);
    return added;
  }

  /** Adds sets to a document; says whether that changed any. */
  async give(
    to: Target,
    sets: ReturnType<typeof incomingSets>,
  ): Promise<Result<boolean, ApiError>> {
    let isChanged = false;
    for (const { annotator, records, leftOut, misfits } of sets) {
      this.counts.leftOut += leftOut;
      if (records.length === 0) continue;
      const grown = await this.#setOf(to, annotator);
      if (!grown.ok) return grown;
      const merged = grown.value.add(records);
      this.#count(merged);
      if (!isEmpty(merged.change)) {
        isChanged = true;
        this.counts.sets++;
      }
      for (const [what, n] of misfits) this.#misfits.set(what, (this.#misfits.get(what) ?? 0) + n);
      if (merged.conflicts > 0) this.#problems.push(kept(to, merged.conflicts));
    }
    return ok(isChanged);
  }

  async #setOf(to: Target, annotator: Annotator): Promise<Result<GrowingSet, ApiError>> {
    if ('read' in to) {
      const known = to.sets.get(annotator.id) ?? new GrowingSet(annotator, [], this.#newId);
      to.sets.set(annotator.id, known);
      return ok(known);
    }
    const known = to.sets.get(annotator.id);
    if (known) return ok(known.grown);
    const key = { documentId: to.entry.id, annotatorId: annotator.id };
    const stored = await this.#into.session?.readSet(key);
    if (stored && !stored.ok) return stored;
    const before = new Map(stored ? [...stored.value.index.records] : []);
    const grown = new GrowingSet(annotator, before.values(), this.#newId);
    to.sets.set(annotator.id, { before, grown });
    return ok(grown);
  }

  #count({ change, known }: Merged): void {
    this.counts.already += known;
    for (const record of Object.values(change.added)) {
      if (record.kind === 'span') this.counts.spans++;
      else if (record.kind === 'relation') this.counts.relations++;
      else if (record.kind === 'label') this.counts.labels++;
      if (record.kind === 'note' || ('note' in record && record.note !== '')) this.counts.notes++;
    }
  }

  work(): Work {
    const misfits = [...this.#misfits].map(([what, n]) => ({
      code: 'constraint',
      message: `${n === 1 ? '1 relation comes' : `${n.toLocaleString('en')} relations come`} in although the schema does not allow it: ${what}`,
    }));
    return {
      added: this.#added,
      receivers: [...this.#receivers.values()].filter((one) => changesOf(one).length > 0),
      shown: this.shown,
      counts: this.counts,
      problems: [...misfits, ...this.#problems],
    };
  }
}

/** What the sets of a document gain; sets that gain nothing are left out. */
export function changesOf({ entry, sets }: Receiver): readonly {
  readonly documentId: string;
  readonly annotatorId: string;
  readonly change: Change;
}[] {
  return [...sets].flatMap(([annotatorId, { before, grown }]) => {
    const after = new Map(grown.records.map((record) => [record.id, record]));
    const change = diff(before, after);
    return isEmpty(change) ? [] : [{ documentId: entry.id, annotatorId, change }];
  });
}

function kept(to: Target, n: number): Problem {
  const name = 'read' in to ? to.name : to.entry.name;
  const what = n === 1 ? '1 annotation says' : `${n.toLocaleString('en')} annotations say`;
  const message = `In ‘${name}’, ${what} something else than what is there already; what is there stays.`;
  return { code: 'kept', message };
}

function sameAs(twin: Target): NonNullable<PreviewDocument['same']> {
  return 'read' in twin
    ? { name: twin.name, id: null }
    : { name: twin.entry.name, id: twin.entry.id };
}

function shownDocument(
  read: ReadDocument,
  more: Pick<PreviewDocument, 'name' | 'fate' | 'same'>,
): PreviewDocument {
  const count = (kind: AnnotationRecord['kind']) =>
    read.sets.reduce(
      (sum, { records }) => sum + records.filter((record) => record.kind === kind).length,
      0,
    );
  return {
    ...{ key: read.key, source: read.source, file: read.files[0] ?? '', length: read.length },
    ...{ spans: count('span'), relations: count('relation'), labels: count('label') },
    ...more,
  };
}
