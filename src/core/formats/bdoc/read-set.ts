import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import { STATUS_ID, STATUSES } from '../../model/document-status.ts';
import { normalizeRanges, type Range } from '../../model/range.ts';
import type { JsonObject } from '../json/json-values.ts';
import { attributesOf, isComplex } from './feature-values.ts';
import { FEATURE, type GateAnnotation, type GateRelation, type GateSet } from './gate-document.ts';

/** Types of annotations that say how a text is cut, unless they are read as spans. */
const LINGUISTIC = new Set(['Token', 'SpaceToken', 'Sentence', 'Split']);

/** `tokens`: tokens and sentences are those of the document. `spans`: they are spans like all others. */
export type Linguistic = 'tokens' | 'spans';

export interface ReadSet {
  readonly records: readonly AnnotationRecord[];
  readonly tokens: readonly Range[];
  readonly sentences: readonly Range[];
  /** What is no record, and is written back as it is. */
  readonly kept: readonly GateAnnotation[];
  readonly keptRelations: readonly GateRelation[];
  readonly problems: readonly SetProblem[];
}

export interface SetProblem {
  readonly code: string;
  readonly message: string;
  readonly id: string;
}

/** Id of the record that an annotation becomes, and of one that a relation becomes. */
export const spanId = (id: number) => `a${id}`;
export const relationId = (id: number) => `r${id}`;

/** Turns the annotations of a set into records. The same set gives the same records each time. */
export function readSet(set: GateSet, linguistic: Linguistic): ReadSet {
  return new SetReader(linguistic).read(set);
}

class SetReader {
  readonly #linguistic: Linguistic;
  readonly #records: AnnotationRecord[] = [];
  readonly #others: AnnotationRecord[] = [];
  readonly #kept: GateAnnotation[] = [];
  readonly #keptRelations: GateRelation[] = [];
  readonly #problems: SetProblem[] = [];
  readonly #parts = new Map<number, GateAnnotation[]>();
  readonly #spans = new Set<string>();
  readonly #ids = new Set<number>();
  #complex = 0;

  constructor(linguistic: Linguistic) {
    this.#linguistic = linguistic;
  }

  read({ annotations, relations }: GateSet): ReadSet {
    const heads: GateAnnotation[] = [];
    const links: GateAnnotation[] = [];
    for (const one of annotations) {
      if (this.#ids.has(one.id)) {
        this.#keep(one, 'same-id', `Two annotations have the id ${one.id}; the first one counts.`);
        continue;
      }
      this.#ids.add(one.id);
      const { [FEATURE.kind]: kind, [FEATURE.partOf]: head } = one.features;
      if (kind === 'relation') links.push(one);
      else if (kind === 'document') this.#readDocument(one.features);
      else if (typeof head === 'number') this.#addPart(head, one);
      else if (this.#linguistic === 'tokens' && LINGUISTIC.has(one.type)) this.#kept.push(one);
      else heads.push(one);
    }
    for (const one of heads) this.#readSpan(one);
    this.#keepLooseParts();
    for (const one of links) {
      const { [FEATURE.from]: from, [FEATURE.to]: to } = one.features;
      if (!this.#readRelation(one, [from, to])) this.#kept.push(one);
    }
    for (const one of relations) {
      if (this.#ids.has(one.id) || !this.#readRelation(one, one.members)) {
        this.#keptRelations.push(one);
      }
      this.#ids.add(one.id);
    }
    this.#tellComplex();
    return {
      records: [...this.#records, ...this.#others],
      tokens: rangesOf(this.#kept, 'Token'),
      sentences: rangesOf(this.#kept, 'Sentence'),
      kept: this.#kept,
      keptRelations: this.#keptRelations,
      problems: this.#problems,
    };
  }

  #report(code: string, message: string, id: number): void {
    this.#problems.push({ code, message, id: String(id) });
  }

  #keep(one: GateAnnotation, code: string, message: string): void {
    this.#kept.push(one);
    this.#report(code, message, one.id);
  }

  #addPart(head: number, part: GateAnnotation): void {
    const parts = this.#parts.get(head) ?? [];
    this.#parts.set(head, parts);
    parts.push(part);
  }

  #readSpan(one: GateAnnotation): void {
    const parts = this.#parts.get(one.id) ?? [];
    this.#parts.delete(one.id);
    const ranges = normalizeRanges([one, ...parts]);
    if (!ranges || one.type === '' || one.type.length > 500) {
      const why = ranges ? 'It has no type that can be read' : 'It is empty';
      this.#keep(one, 'no-span', `${why}, so it is no span; it is written back as it is.`);
      this.#kept.push(...parts);
      return;
    }
    const id = spanId(one.id);
    this.#spans.add(id);
    this.#records.push({ kind: 'span', id, type: one.type, ranges, ...this.#said(one) });
  }

  /** Attributes and note. */
  #said({ id, features }: GateAnnotation | GateRelation) {
    const { attributes, unfit } = attributesOf(features);
    for (const name of unfit) {
      const message = `The feature ‘${name.slice(0, 40)}’ cannot be an attribute; it was left out.`;
      this.#report('bad-feature', message, id);
    }
    if (Object.values(features).some(isComplex)) this.#complex++;
    const note = features[FEATURE.note];
    return { attributes, note: typeof note === 'string' ? note : '' };
  }

  #keepLooseParts(): void {
    for (const parts of this.#parts.values()) {
      for (const one of parts) {
        this.#keep(one, 'no-span', 'It is a part of an annotation that is not there.');
      }
    }
  }

  #readRelation(one: GateAnnotation | GateRelation, members: readonly unknown[]): boolean {
    const [from, to] = members.map((id) => spanId(Number(id)));
    const isBinary = members.length === 2 && from !== undefined && to !== undefined;
    if (!isBinary || !this.#spans.has(from) || !this.#spans.has(to) || one.type === '') {
      const message =
        'The relation is not one between two spans of its set; it is written back as it is.';
      this.#report('no-end', message, one.id);
      return false;
    }
    const id = relationId(one.id);
    this.#records.push({ kind: 'relation', id, type: one.type, from, to, ...this.#said(one) });
    return true;
  }

  #readDocument(features: JsonObject): void {
    const { attributes } = attributesOf(features);
    for (const [name, value] of Object.entries(attributes)) {
      this.#others.push({ kind: 'label', id: labelId(name), name, value });
    }
    const text = features[FEATURE.note];
    if (typeof text === 'string') this.#others.push({ kind: 'note', id: NOTE_ID, text });
    const at = features[FEATURE.statusAt];
    const status = STATUSES.find((one) => one === features[FEATURE.status]);
    if (status !== undefined && typeof at === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/u.test(at)) {
      this.#others.push({ kind: 'status', id: STATUS_ID, status, at });
    }
  }

  #tellComplex(): void {
    if (this.#complex === 0) return;
    const message = `${this.#complex} annotations have features with maps or mixed lists: their attributes show them as JSON.`;
    this.#problems.push({ code: 'complex-feature', message, id: '' });
  }
}

/** Ranges of annotations of one type, in order; none where some overlap. */
function rangesOf(annotations: readonly GateAnnotation[], type: string): readonly Range[] {
  const ranges = annotations
    .filter((one) => one.type === type && one.end > one.start)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  const isApart = ranges.every(({ end }, i) => end <= (ranges[i + 1]?.start ?? end));
  return isApart ? ranges : [];
}
