import type { AttributeValue } from './attribute.ts';

export type AttributeKind = 'yes-no' | 'one-of' | 'many-of' | 'text' | 'number';

/** What may be said of a span, a relation or (as a document label) of a whole document. */
export interface AttributeDefinition {
  readonly name: string;
  readonly kind: AttributeKind;
  /** Choices of `one-of` and `many-of`, in order; empty for the others. */
  readonly values: readonly string[];
  /** Given to new annotations; `null` for none. */
  readonly default: AttributeValue | null;
  readonly required: boolean;
  /** Key that reaches the attribute of the selected annotation; `null` for none. */
  readonly key: string | null;
  readonly description: string;
}

interface AnnotationType {
  /** Unique among its kind; annotations name it. */
  readonly name: string;
  /** Name of the more general type it belongs to; `null` at the top. */
  readonly parent: string | null;
  /** `#rrggbb`. The window derives readable light and dark shades from it. */
  readonly color: string;
  /** One character typed to tag with it; `null` for none. */
  readonly key: string | null;
  /** Guideline for annotators. */
  readonly description: string;
  readonly examples: readonly string[];
  /** Its own attributes; those of its parents apply too. */
  readonly attributes: readonly AttributeDefinition[];
}

export interface EntityType extends AnnotationType {}

export interface RelationType extends AnnotationType {
  /** Entity types (with their subtypes) it may start from; empty means any. */
  readonly from: readonly string[];
  /** Entity types (with their subtypes) it may lead to; empty means any. */
  readonly to: readonly string[];
  /** Direction has no meaning: constraints hold either way round. */
  readonly symmetric: boolean;
}

/** What the project tags: order in the lists is order on screen. */
export interface Schema {
  readonly entityTypes: readonly EntityType[];
  readonly relationTypes: readonly RelationType[];
  readonly documentLabels: readonly AttributeDefinition[];
}
