import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { JSON_LINES } from '../pieces.ts';
import { DISCONTINUOUS_OPTION, TOKENS_OPTION } from '../tokens/token-options.ts';
import { PRODIGY, readProdigy } from './read-prodigy.ts';
import { prodigyLosses, writeProdigy } from './write-prodigy.ts';

/** Keys of other formats that have a text, too. */
const FOREIGN = ['document', 'entities', 'ents', 'sents', 'annotations', 'passages'];

function recognizes(head: SourceFile): number {
  const example = firstValue(head);
  if (!isObject(example) || typeof example['text'] !== 'string') return 0;
  if (FOREIGN.some((key) => key in example)) return 0;
  if ('_input_hash' in example || '_task_hash' in example) return 0.97;
  const { answer, spans, tokens } = example;
  if (answer === 'accept' || answer === 'reject' || answer === 'ignore') return 0.95;
  const [token] = Array.isArray(tokens) ? tokens : [];
  const [span] = Array.isArray(spans) ? spans : [];
  if (isObject(token) && 'start' in token && 'text' in token) return 0.8;
  return isObject(span) && 'start' in span && 'end' in span && 'label' in span ? 0.7 : 0;
}

/** One example in each line. */
export const prodigy: Format = {
  id: PRODIGY,
  name: 'Prodigy JSONL',
  description:
    'One text in each line, with tokens, spans and relations: for Prodigy, and for training spaCy. Offsets count Unicode code points.',
  extensions: ['jsonl'],
  unit: 'code points',
  versions: 'Prodigy 1.x: ner.manual, spans.manual, rel.manual',
  loses: ['schema', 'annotators', 'attributes', 'notes', 'statuses'],
  losses: prodigyLosses,
  options: [TOKENS_OPTION, DISCONTINUOUS_OPTION],
  pieces: JSON_LINES,
  recognizes,
  read: readProdigy,
  write: (dataset, options) => ok(writeProdigy(dataset, options)),
};
