import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { planLosses, SENTENCE_OPTIONS } from '../token-json/plan.ts';
import { CONLL04, readConll04 } from './read-conll04.ts';
import { writeConll04 } from './write-conll04.ts';

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) return 0;
  const { tokens, entities, relations } = first;
  const isTokens = Array.isArray(tokens) && tokens.every((token) => typeof token === 'string');
  if (!isTokens || !Array.isArray(entities)) return 0;
  const [entity] = entities;
  const hasEntity = isObject(entity) && 'type' in entity && 'start' in entity && 'end' in entity;
  if (hasEntity) return Array.isArray(relations) ? 0.95 : 0.8;
  return entities.length === 0 && Array.isArray(relations) ? 0.6 : 0;
}

/** Sentences of tokens with entities and relations. */
export const conll04: Format = {
  id: CONLL04,
  name: 'CoNLL04 JSON (SpERT)',
  description:
    'Sentences of tokens with entities and the relations between them: for SpERT and other models trained on CoNLL04, SciERC and ADE in this form. Numbers of tokens count in the sentence, the end is excluded.',
  extensions: ['json'],
  unit: 'tokens',
  versions: 'SpERT: tokens, entities, relations, orig_id',
  loses: ['schema', 'annotators', 'attributes', 'notes', 'document labels', 'statuses'],
  losses: (dataset, options) => planLosses(dataset, options, { within: true, chains: false }),
  options: SENTENCE_OPTIONS,
  recognizes,
  pieces: { isList: true },
  read: readConll04,
  write: (dataset, options) => ok(writeConll04(dataset, options)),
};
