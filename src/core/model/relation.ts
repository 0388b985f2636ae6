import type { Attributes } from './attribute.ts';
import type { RelationId, SpanId } from './ids.ts';

/** A typed link between two spans of one set. Where its type is symmetric, the order has no meaning. */
export interface Relation {
  readonly kind: 'relation';
  readonly id: RelationId;
  /** Name of a relation type of the schema. */
  readonly type: string;
  readonly from: SpanId;
  readonly to: SpanId;
  readonly attributes: Attributes;
  readonly note: string;
}
