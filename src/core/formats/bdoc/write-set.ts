import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes } from '../../model/attribute.ts';
import { hull } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { FormatOptions } from '../format.ts';
import { flatSet } from '../json/flat-spans.ts';
import type { JsonObject } from '../json/json-values.ts';
import { byId, byPlace } from '../set-to-json.ts';
import { attributeValueOf, isSameValue } from './feature-values.ts';
import {
  FEATURE,
  featureName,
  type GateAnnotation,
  type GateRelation,
  type GateSet,
} from './gate-document.ts';
import type { ReadSet } from './read-set.ts';

/** Where the relations go: into annotations over both ends, or beside the annotations. */
export type RelationForm = 'annotations' | 'relations';

/** Ids of one annotation set, which differ from new ones in all sets of the document. */
export class FreeIds {
  readonly #taken = new Set<number>();
  readonly #known: KnownIds;

  constructor(known: KnownIds) {
    this.#known = known;
  }

  take(id: number): void {
    this.#taken.add(id);
    this.#known.add(id);
  }

  /** The number in the id of the record, where it came from GATE and is free; else the next free one. */
  give(recordId = ''): number {
    const own = numberOf(recordId);
    const id = own === undefined || this.#taken.has(own) ? this.#known.next() : own;
    this.take(id);
    return id;
  }
}

/** All ids of a document that are in use or will be. */
export class KnownIds {
  readonly #ids = new Set<number>();
  #next = 0;

  constructor(recordIds: Iterable<string>) {
    for (const id of recordIds) {
      const number = numberOf(id);
      if (number !== undefined) this.#ids.add(number);
    }
  }

  add(id: number): void {
    this.#ids.add(id);
  }

  next(): number {
    while (this.#ids.has(this.#next)) this.#next++;
    return this.#next;
  }
}

function numberOf(recordId: string): number | undefined {
  const digits = /^[ar](\d{1,9})$/u.exec(recordId)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What a set was read from: its features as they were, and what is no record. */
export interface Remembered {
  readonly set: GateSet;
  readonly read: ReadSet;
}

interface Piece {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
}

/** Turns the records of one annotator into an annotation set. */
export function writeSet(
  name: string,
  text: string,
  records: readonly AnnotationRecord[],
  options: FormatOptions,
  form: RelationForm,
  ids: FreeIds,
  remembered?: Remembered,
): GateSet {
  const kept = remembered?.read.kept ?? [];
  const keptRelations = remembered?.read.keptRelations ?? [];
  const rawOf = rawFeatures(remembered);
  const pieces = piecesOf(records, options);
  const given = giveIds(pieces, [...kept, ...keptRelations], ids);
  const annotations: GateAnnotation[] = [...kept];
  for (const { span, start, end, isFirst } of pieces) {
    const id = isFirst ? (given.get(span.id) ?? 0) : ids.give();
    const said = isFirst
      ? saidOf(span, rawOf.get(span.id))
      : { features: { [FEATURE.partOf]: given.get(span.id) } };
    annotations.push({ id, type: span.type, start, end, ...said });
  }
  const relations: GateRelation[] = [...keptRelations];
  const spans = new Map(records.flatMap((one) => (one.kind === 'span' ? [[one.id, one]] : [])));
  for (const relation of linked(records, given)) {
    const members = [relation.from, relation.to].map((end) => given.get(end) ?? 0);
    const [from, to] = members;
    const id = ids.give(relation.id);
    const { type } = relation;
    const { features, ...more } = saidOf(relation, rawOf.get(relation.id));
    if (form === 'relations') relations.push({ id, type, members, features, ...more });
    else {
      const ends = { [FEATURE.kind]: 'relation', [FEATURE.from]: from, [FEATURE.to]: to };
      const place = around(spans.get(relation.from), spans.get(relation.to));
      annotations.push({ id, type, ...place, features: { ...features, ...ends } });
    }
  }
  const said = documentFeatures(records);
  if (said) {
    const place = { start: 0, end: text.length };
    annotations.push({ id: ids.give(), type: 'Document', ...place, features: said });
  }
  return { name, annotations, relations };
}

type Raw = Pick<GateRelation, 'features' | 'classes' | 'userData'>;

function rawFeatures(remembered: Remembered | undefined): ReadonlyMap<string, Raw> {
  const raw = new Map<string, Raw>();
  for (const one of remembered?.set.annotations ?? []) {
    const kind = one.features[FEATURE.kind] === 'relation' ? 'r' : 'a';
    raw.set(`${kind}${one.id}`, one);
  }
  for (const one of remembered?.set.relations ?? []) raw.set(`r${one.id}`, one);
  return raw;
}

/** What is said of a record, with what the file says besides. */
function saidOf(record: Span | Relation, raw: Raw | undefined): Raw {
  return {
    features: featuresOf(record, raw?.features),
    ...(raw?.classes ? { classes: raw.classes } : {}),
    ...(raw?.userData === undefined ? {} : { userData: raw.userData }),
  };
}

/** Spans as pieces of one range: as the option says, the first of each with the features. */
function piecesOf(records: readonly AnnotationRecord[], options: FormatOptions): readonly Piece[] {
  if ((options['discontinuous'] ?? 'parts') !== 'parts') {
    return flatSet(records, options).spans.map(({ span, range }) => ({
      span,
      ...range,
      isFirst: true,
    }));
  }
  return records
    .filter((record) => record.kind === 'span')
    .sort(byPlace)
    .flatMap((span) =>
      span.ranges.map(({ start, end }, i) => ({ span, start, end, isFirst: i === 0 })),
    );
}

/** The id of the first piece of each span. Those that came with the file are given before all others. */
function giveIds(
  pieces: readonly Piece[],
  kept: readonly { readonly id: number }[],
  ids: FreeIds,
): ReadonlyMap<string, number> {
  for (const { id } of kept) ids.take(id);
  const given = new Map<string, number>();
  const own = pieces.filter(({ span }) => /^a\d+$/u.test(span.id));
  for (const { span } of [...own, ...pieces]) {
    if (!given.has(span.id)) given.set(span.id, ids.give(span.id));
  }
  return given;
}

/** The relations whose ends both have an annotation. */
function linked(
  records: readonly AnnotationRecord[],
  given: ReadonlyMap<string, number>,
): readonly Relation[] {
  return records
    .filter((record) => record.kind === 'relation')
    .filter(({ from, to }) => given.has(from) && given.has(to))
    .sort(byId);
}

function around(from: Span | undefined, to: Span | undefined) {
  const ranges = [from, to].flatMap((span) => (span ? [hull(span.ranges)] : []));
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

/** Attributes and note as features; as they stood in the file where they still say the same. */
function featuresOf({ attributes, note }: Span | Relation, raw: JsonObject = {}): JsonObject {
  const kept = Object.entries(raw).filter(([name, feature]) => {
    const isNothing = feature === null && !Object.hasOwn(attributes, name);
    return isNothing || isSameValue(attributeValueOf(feature), own(attributes, name));
  });
  const names = new Set(kept.map(([name]) => name));
  const rest = featureEntries(attributes).filter(([name]) => !names.has(name));
  const noted = note === '' ? [] : [[FEATURE.note, note] as const];
  return Object.fromEntries([...kept, ...rest, ...noted]);
}

function own(attributes: Attributes, name: string) {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function featureEntries(attributes: Attributes) {
  return Object.entries(attributes).map(([name, value]) => [featureName(name), value] as const);
}

/** Document labels, note and status of an annotator as features of one annotation; none where there are none. */
function documentFeatures(records: readonly AnnotationRecord[]): JsonObject | undefined {
  const entries: (readonly [string, unknown])[] = [];
  for (const record of [...records].sort(byId)) {
    if (record.kind === 'label') entries.push([featureName(record.name), record.value]);
    else if (record.kind === 'note') entries.push([FEATURE.note, record.text]);
    else if (record.kind === 'status') {
      entries.push([FEATURE.status, record.status], [FEATURE.statusAt, record.at]);
    }
  }
  if (entries.length === 0) return undefined;
  return Object.fromEntries([[FEATURE.kind, 'document'], ...entries]);
}
