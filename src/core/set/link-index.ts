import type { RelationId, SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';

/** Which relations start or end at a span. */
export class LinkIndex {
  // Most spans have one relation or none: a bare id spares them a list of their own.
  readonly #bySpan = new Map<SpanId, RelationId[] | RelationId>();

  of(spanId: SpanId): readonly RelationId[] {
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

  #link(spanId: SpanId, id: RelationId): void {
    const entry = this.#bySpan.get(spanId);
    if (entry === undefined) this.#bySpan.set(spanId, id);
    else if (typeof entry === 'string') this.#bySpan.set(spanId, [entry, id]);
    else entry.push(id);
  }

  #unlink(spanId: SpanId, id: RelationId): void {
    const entry = this.#bySpan.get(spanId);
    if (entry === id) this.#bySpan.delete(spanId);
    if (!Array.isArray(entry)) return;
    // The last one takes its place: order has no meaning here.
    const at = entry.indexOf(id);
    const last = at < 0 ? undefined : entry.pop();
    if (last !== undefined && at < entry.length) entry[at] = last;
    if (entry.length === 0) this.#bySpan.delete(spanId);
  }
}
