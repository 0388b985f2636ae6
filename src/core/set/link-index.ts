import type { RelationId, SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';

/** Which relations start or end at a span. */
export class LinkIndex {
  readonly #bySpan = new Map<SpanId, Set<RelationId> | RelationId>();

  of(spanId: SpanId): Iterable<RelationId> {
    const entry = this.#bySpan.get(spanId);
    return entry === undefined ? [] : typeof entry === 'string' ? [entry] : entry;
  }

  add(relation: Relation): void {
    this.#link(relation.from, relation.id);
    if (relation.to !== relation.from) this.#link(relation.to, relation.id);
  }

  remove(relation: Relation): void {
    this.#unlink(relation.from, relation.id);
    if (relation.to !== relation.from) this.#unlink(relation.to, relation.id);
  }

  // Most spans have one relation or none: a bare id spares them a set of their own.
  #link(spanId: SpanId, id: RelationId): void {
    const entry = this.#bySpan.get(spanId);
    if (entry === undefined) this.#bySpan.set(spanId, id);
    else if (typeof entry === 'string') this.#bySpan.set(spanId, new Set([entry, id]));
    else entry.add(id);
  }

  #unlink(spanId: SpanId, id: RelationId): void {
    const entry = this.#bySpan.get(spanId);
    if (entry === id) this.#bySpan.delete(spanId);
    else if (entry instanceof Set) {
      entry.delete(id);
      if (entry.size === 0) this.#bySpan.delete(spanId);
    }
  }
}
