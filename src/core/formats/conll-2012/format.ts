import { ok } from '../../result.ts';
import type { Format } from '../format.ts';
import { IOB_OPTIONS } from '../iob/options.ts';
import { CHAINS_OPTION } from '../tokens/chains.ts';
import { BEGIN } from './parse-document.ts';
import { CONLL_2012, readConll2012 } from './read-conll-2012.ts';
import { conll2012Losses, writeConll2012 } from './write-conll-2012.ts';

/** Names, and chains of mentions of the same thing. */
export const conll2012: Format = {
  id: CONLL_2012,
  name: 'CoNLL-2012',
  description:
    'Columns with names and coreference, as in OntoNotes and LitBank; relations ‘coreference’ become chains. It counts tokens, not characters.',
  extensions: ['conll', 'v4_gold_conll', 'v4_auto_conll', 'key', 'response'],
  unit: 'tokens',
  versions: 'CoNLL-2012 v4, names and coreference',
  loses: ['schema', 'annotators', 'attributes', 'notes', 'document labels', 'statuses'],
  options: IOB_OPTIONS.filter(({ id }) => id !== 'scheme').map((option) =>
    option.id === 'overlaps'
      ? {
          ...option,
          description: 'Which is written in the column of names; chains hold all of them.',
        }
      : option,
  ),
  readOptions: [CHAINS_OPTION],
  pieces: { startsAt: (line) => BEGIN.test(line) },
  recognizes: (head) =>
    'text' in head && /^\ufeff?\s*#[ \t]?begin document\b/u.test(head.text) ? 0.98 : 0,
  read: readConll2012,
  write: (dataset, options) => ok(writeConll2012(dataset, options)),
  losses: conll2012Losses,
};
