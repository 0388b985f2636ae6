import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Range } from '#core/model/range.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';

/** Words of which texts are made; one is beyond the first 65,536 characters. */
const WORDS =
  'Ada Lovelace wrote notes on the engine 😀 that Charles Babbage designed in London near Größe Street'.split(
    ' ',
  );
const TYPES = DEFAULT_SCHEMA.entityTypes.map(({ name }) => name);
const RELATIONS = DEFAULT_SCHEMA.relationTypes.map(({ name }) => name);

/** Tokens between two spans, of which each has one or two. */
const STRIDE = 6;
/** A relation for so many spans. */
const RELATED = 10;

/** Many documents with so many annotations in all: spans on whole tokens, every tenth with a relation. */
export function benchDataset(annotations: number, documents = 200): Dataset {
  const each = Math.ceil(annotations / documents);
  return {
    name: 'bench',
    schema: DEFAULT_SCHEMA,
    documents: Array.from({ length: documents }, (_, i) => documentOf(i, each)),
  };
}

function documentOf(index: number, annotations: number): DatasetDocument {
  const spans = Math.ceil((annotations * RELATED) / (RELATED + 1));
  const tokens: Range[] = [];
  const sentences: Range[] = [];
  let text = '';
  let from = 0;
  for (let i = 0; i < spans * STRIDE + STRIDE; i++) {
    const word = WORDS[(i * 7 + index) % WORDS.length] ?? '';
    tokens.push({ start: text.length, end: text.length + word.length });
    text += word;
    const isLast = i % 24 === 23;
    if (isLast) {
      sentences.push({ start: from, end: text.length });
      from = text.length + 1;
    }
    text += isLast ? '\n' : ' ';
  }
  sentences.push({ start: Math.min(from, text.length - 1), end: text.length });
  const records: AnnotationRecord[] = [];
  for (let i = 0; i < spans; i++) {
    const first = tokens[i * STRIDE];
    const last = tokens[i * STRIDE + (i % 2)];
    if (!first || !last) continue;
    const ranges: [Range] = [{ start: first.start, end: last.end }];
    const type = TYPES[i % TYPES.length] ?? '';
    records.push({ kind: 'span', id: `s${i}`, type, ranges, attributes: {}, note: '' });
  }
  for (let i = 0; i + 1 < spans; i += RELATED) {
    const ends = { from: `s${i}`, to: `s${i + 1}` };
    const type = RELATIONS[(i / RELATED) % RELATIONS.length] ?? '';
    records.push({ kind: 'relation', id: `r${i}`, type, ...ends, attributes: {}, note: '' });
  }
  const id = `document-${String(index + 1).padStart(4, '0')}`;
  return {
    id,
    name: id,
    text,
    tokens,
    sentences,
    sets: [{ annotator: { id: 'anna', name: 'Anna' }, records }],
  };
}
