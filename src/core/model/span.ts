import type { Attributes } from './attribute.ts';
import type { SpanId } from './ids.ts';
import type { Ranges } from './range.ts';

/** A tagged mention. Most spans have one range; a discontinuous mention has several. */
export interface Span {
  readonly kind: 'span';
  readonly id: SpanId;
  /** Name of an entity type of the schema. */
  readonly type: string;
  readonly ranges: Ranges;
  readonly attributes: Attributes;
  /** What the annotator wrote about it; empty where nothing. */
  readonly note: string;
}
