import type { Change } from '../edit/change.ts';
import { changeOf, type Step } from '../edit/change-of.ts';
import { isSame } from '../edit/same.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Attributes } from '../model/attribute.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';

/** What becomes of a set that receives records. */
export interface Merged {
  readonly change: Change;
  /** Records that are there already. */
  readonly known: number;
  /** Records of which the set says something else: its own word stays. */
  readonly conflicts: number;
}

type Annotation = Span | Relation;

/**
 * Works out what a set gains from incoming records. One that equals a record of the set in type and
 * ranges, or in type and ends, is not doubled, but gives it the attributes and the note that it lacks; each
 * record stands for one incoming one. Ids that are taken are made anew.
 * @param newId gives an id that nothing has, with that prefix.
 */
export function mergeRecords(
  present: Iterable<AnnotationRecord>,
  incoming: readonly AnnotationRecord[],
  newId: (prefix: string) => string,
): Merged {
  const merge = new Merge(present, newId);
  for (const record of incoming) if (record.kind === 'span') merge.span(record);
  for (const record of incoming) {
    if (record.kind === 'relation') merge.relation(record);
    else if (record.kind !== 'span') merge.other(record);
  }
  return { change: changeOf(merge.steps), known: merge.known, conflicts: merge.conflicts };
}

class Merge {
  readonly steps: Step[] = [];
  known = 0;
  conflicts = 0;
  readonly #byId = new Map<string, AnnotationRecord>();
  /** Records of the set that no incoming one has met yet, by what makes them equal. */
  readonly #free = new Map<string, Annotation[]>();
  /** What the ids of incoming spans became. */
  readonly #ids = new Map<string, string>();
  readonly #newId: (prefix: string) => string;

  constructor(present: Iterable<AnnotationRecord>, newId: (prefix: string) => string) {
    this.#newId = newId;
    for (const record of present) {
      this.#byId.set(record.id, record);
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      const key = keyOf(record);
      const list = this.#free.get(key);
      if (list) list.push(record);
      else this.#free.set(key, [record]);
    }
  }

  span(incoming: Span): void {
    const id = this.#annotation(incoming, 's');
    this.#ids.set(incoming.id, id);
  }

  relation(incoming: Relation): void {
    const from = this.#ids.get(incoming.from);
    const to = this.#ids.get(incoming.to);
    if (from !== undefined && to !== undefined) this.#annotation({ ...incoming, from, to }, 'r');
  }

  other(incoming: AnnotationRecord): void {
    const before = this.#byId.get(incoming.id);
    if (!before) this.#put(undefined, incoming);
    else if (isSame(before, incoming)) this.known++;
    else if (before.kind === 'note' && incoming.kind === 'note') this.#note(before, incoming);
    else if (before.kind === 'status' && before.status === 'new') this.#put(before, incoming);
    else this.conflicts++;
  }

  #note(before: AnnotationRecord & { kind: 'note' }, { text }: { readonly text: string }): void {
    if (before.text.includes(text)) this.known++;
    else this.#put(before, { ...before, text: `${before.text}\n\n${text}` });
  }

  #annotation(incoming: Annotation, prefix: string): string {
    const twins = this.#free.get(keyOf(incoming)) ?? [];
    const [first] = twins;
    if (!first) {
      const id = this.#byId.has(incoming.id) ? this.#newId(prefix) : incoming.id;
      this.#put(undefined, { ...incoming, id });
      return id;
    }
    const same = twins.findIndex((twin) => isSame(twin.attributes, incoming.attributes));
    const [twin = first] = twins.splice(Math.max(same, 0), 1);
    const attributes: Attributes = { ...incoming.attributes, ...twin.attributes };
    const note = twin.note === '' ? incoming.note : twin.note;
    const after = { ...twin, attributes, note };
    const isKept = incoming.note === '' || incoming.note === note;
    const isAgreed = Object.entries(incoming.attributes).every(([name, value]) =>
      isSame(attributes[name], value),
    );
    if (!isKept || !isAgreed) this.conflicts++;
    else if (isSame(after, twin)) this.known++;
    if (!isSame(after, twin)) this.#put(twin, after);
    return twin.id;
  }

  #put(before: AnnotationRecord | undefined, after: AnnotationRecord): void {
    this.#byId.set(after.id, after);
    this.steps.push([after.id, before, after]);
  }
}

function keyOf(record: Annotation): string {
  return record.kind === 'span'
    ? JSON.stringify([record.type, record.ranges.map(({ start, end }) => [start, end])])
    : JSON.stringify([record.type, record.from, record.to]);
}
