import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import { JSON_LINES } from '../pieces.ts';
import { DISCONTINUOUS_OPTION, TOKENS_OPTION } from '../tokens/token-options.ts';
import { readSpacy, SPACY } from './read-spacy.ts';
import { spacyLosses, writeSpacy } from './write-spacy.ts';

const OF_PAIRS = ['entities', 'cats', 'spans', 'heads', 'deps', 'links'];

function recognizes(head: SourceFile): number {
  const doc = firstValue(head);
  if (Array.isArray(doc)) return isPair(doc) ? 0.9 : 0;
  if (typeof doc === 'string') {
    const all = readJsonValues(head);
    return all.ok && isPair(all.value.map(({ value }) => value)) ? 0.8 : 0;
  }
  if (!isObject(doc) || typeof doc['text'] !== 'string' || 'answer' in doc) return 0;
  const { ents, spans, tokens } = doc;
  if (Array.isArray(ents) && Array.isArray(tokens)) return 0.95;
  if (isObject(spans) && Array.isArray(tokens)) return 0.9;
  const [token] = Array.isArray(tokens) ? tokens : [];
  const isBare = isObject(token) && 'start' in token && !('text' in token) && !('spans' in doc);
  return Array.isArray(ents) ? 0.7 : isBare ? 0.6 : 0;
}

function isPair(value: readonly unknown[]): boolean {
  const [text, annotations] = value;
  return (
    typeof text === 'string' &&
    isObject(annotations) &&
    OF_PAIRS.some((key) => Object.hasOwn(annotations, key))
  );
}

/** One document of spaCy in each line. */
export const spacyJsonl: Format = {
  id: SPACY,
  name: 'spaCy JSONL',
  description:
    'One document in each line, as Doc.to_json of spaCy writes it and Doc.from_json reads it: tokens, entities, spans in the group ‘sc’, relations in an extension. Offsets count Unicode code points.',
  extensions: ['jsonl', 'json'],
  unit: 'code points',
  versions: 'spaCy 3 training data as JSON lines',
  loses: ['schema', 'annotators', 'attributes', 'notes', 'statuses'],
  losses: spacyLosses,
  options: [TOKENS_OPTION, DISCONTINUOUS_OPTION],
  pieces: JSON_LINES,
  recognizes,
  read: readSpacy,
  write: (dataset, options) => ok(writeSpacy(dataset, options)),
};
