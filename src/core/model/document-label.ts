import type { AttributeValue } from './attribute.ts';

/** A value given to the whole document. Its id is `labelId(name)`, so that there is one per name. */
export interface DocumentLabel {
  readonly kind: 'label';
  readonly id: string;
  /** Name of a document label of the schema. */
  readonly name: string;
  readonly value: AttributeValue;
}

/** Record id of the label of that name. */
export function labelId(name: string): string {
  return `label:${name}`;
}
