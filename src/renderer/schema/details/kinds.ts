import type { AttributeKind } from '#core/model/schema.ts';

/** What each kind of attribute is called. */
export const KIND_NAMES: Readonly<Record<AttributeKind, string>> = {
  'yes-no': 'Yes or no',
  'one-of': 'One of',
  'many-of': 'Many of',
  text: 'Text',
  number: 'Number',
};

/** All kinds, in the order in which they are offered. */
export const KINDS: readonly AttributeKind[] = ['yes-no', 'one-of', 'many-of', 'text', 'number'];

/** Whether the kind has values to choose from. */
export const takesValues = (kind: AttributeKind) => kind === 'one-of' || kind === 'many-of';
