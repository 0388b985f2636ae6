import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { PLAN_OPTIONS } from '../token-json/plan.ts';
import { sentencesIn } from '../token-json/token-draft.ts';
import { CHAINS_OPTION } from '../tokens/chains.ts';
import { docredLosses } from './plan-entities.ts';
import { DOCRED, readDocred } from './read-docred.ts';
import { writeDocred } from './write-docred.ts';

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) return 0;
  if (sentencesIn(first['sents'])) return 'vertexSet' in first || 'title' in first ? 0.97 : 0;
  // Of a long document the sentences may come after what was looked at.
  return !('sents' in first) && isEntityList(first['vertexSet']) ? 0.9 : 0;
}

function isEntityList(value: unknown): boolean {
  const entity: unknown = Array.isArray(value) ? value[0] : undefined;
  const mention: unknown = Array.isArray(entity) ? entity[0] : undefined;
  return isObject(mention) && 'sent_id' in mention && 'pos' in mention;
}

/** Documents with entities, their mentions, and relations between entities. */
export const docred: Format = {
  id: DOCRED,
  name: 'DocRED JSON',
  description:
    'Documents as sentences of tokens, with entities, their mentions and relations between entities: for models of relations across sentences. Numbers of tokens count in the sentence. Chains of coreference are entities; evidence is an attribute of relations.',
  extensions: ['json'],
  unit: 'tokens',
  versions: 'DocRED, Re-DocRED',
  loses: ['schema', 'annotators', 'notes', 'document labels', 'statuses'],
  losses: docredLosses,
  options: PLAN_OPTIONS,
  readOptions: [CHAINS_OPTION],
  recognizes,
  pieces: { isList: true },
  read: readDocred,
  write: (dataset, options) => ok(writeDocred(dataset, options)),
};
