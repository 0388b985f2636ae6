import { ok } from '../../result.ts';
import type { Format, FormatOption } from '../format.ts';
import { DISCONTINUOUS_OPTION, OVERLAPS_OPTION, TOKENS_OPTION } from '../tokens/token-options.ts';
import { docbinLosses } from './plan-doc.ts';
import { writeDocbin } from './write-docbin.ts';

const GROUPS: FormatOption = {
  id: 'groups',
  name: 'Spans that overlap',
  description: 'Entities cannot overlap. Groups of spans can: spaCy’s span categorizer reads them.',
  choices: [
    { value: 'all', name: 'All spans also as the group ‘sc’' },
    { value: 'none', name: 'Entities only' },
  ],
  default: 'all',
};

/** Training data for spaCy, in its own binary form. */
export const docbin: Format = {
  id: 'docbin',
  name: 'spaCy DocBin (.spacy)',
  description:
    'Training data as spaCy 3 loads it, without conversion: words, entities, categories, and all spans as a group. Read back with spaCy 3.8: texts, entities, groups and categories are the same. It cannot be imported here.',
  extensions: ['spacy'],
  unit: 'tokens',
  versions: 'DocBin 0.1 (spaCy 3), writing',
  loses: ['schema', 'annotators', 'relations', 'attributes', 'notes', 'statuses'],
  losses: docbinLosses,
  options: [
    TOKENS_OPTION,
    {
      ...OVERLAPS_OPTION,
      name: 'Entities that overlap',
      description: 'Which of them is an entity.',
    },
    GROUPS,
    DISCONTINUOUS_OPTION,
  ],
  recognizes: () => 0,
  write: (dataset, options) => ok(writeDocbin(dataset, options)),
};
