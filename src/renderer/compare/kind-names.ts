import type { DifferenceKind } from '#core/review/differences.ts';

/** How the page calls each kind of difference. */
export const KIND_NAMES: Readonly<Record<DifferenceKind, string>> = {
  missing: 'Missing',
  extra: 'Extra',
  boundaries: 'Boundaries',
  type: 'Type',
  attributes: 'Attributes',
  'relation missing': 'Relation missing',
  'relation extra': 'Relation extra',
  'relation type': 'Relation type',
  'relation direction': 'Relation direction',
  'relation ends': 'Relation ends',
  'relation attributes': 'Relation attributes',
  label: 'Document label',
};
