import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { JSON_LINES } from '../pieces.ts';
import { SENTENCE_OPTIONS } from '../token-json/plan.ts';
import { sentencesIn } from '../token-json/token-draft.ts';
import { CHAINS_OPTION } from '../tokens/chains.ts';
import { sciercLosses } from './losses.ts';
import { readScierc, SCIERC } from './read-scierc.ts';
import { writeScierc } from './write-scierc.ts';

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  if (!isObject(value) || !sentencesIn(value['sentences'])) return 0;
  if ('doc_key' in value) return 0.97;
  return 'ner' in value || 'clusters' in value ? 0.8 : 0;
}

/** Sentences of tokens with names, relations and coreference, one document in each line. */
export const scierc: Format = {
  id: SCIERC,
  name: 'SciERC / DyGIE JSONL',
  description:
    'Documents as sentences of tokens, with names, relations within sentences and chains of mentions: for DyGIE++, PURE and other models of information extraction. Numbers of tokens count over the document, and the last one is included. Events are read as a trigger with a relation for each role.',
  extensions: ['jsonl', 'json'],
  unit: 'tokens',
  versions: 'SciERC, DyGIE++',
  loses: ['schema', 'annotators', 'attributes', 'notes', 'document labels', 'statuses'],
  losses: sciercLosses,
  options: SENTENCE_OPTIONS,
  readOptions: [CHAINS_OPTION],
  pieces: JSON_LINES,
  recognizes,
  read: readScierc,
  write: (dataset, options) => ok(writeScierc(dataset, options)),
};
