import { describe, expect, test } from 'vitest';
import { conll2002 } from '#core/formats/conll-2002/format.ts';
import { conll2003 } from '#core/formats/conll-2003/format.ts';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { iob } from '#core/formats/iob/format.ts';
import { fixture, read, write } from './tokens/harness.ts';

const span = (id: string, type: string, start: number, end: number) => ({
  kind: 'span' as const,
  id,
  type,
  ranges: [{ start, end }] as const,
  attributes: {},
  note: '',
});

function withSpans(document: DatasetDocument, spans: readonly ReturnType<typeof span>[]) {
  const annotator = { id: 'anna', name: 'Anna' };
  return { ...document, sets: [{ annotator, records: spans }] };
}

describe('writing', () => {
  const fresh: DatasetDocument = {
    id: 'd',
    name: 'd',
    text: 'Ada Lovelace, née Byron.\n😀 Ada',
    sets: [],
  };
  const dataset = (document: DatasetDocument) => ({
    name: 'p/q',
    schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
    documents: [document],
  });
  const two = withSpans(fresh, [span('s', 'Person', 0, 12), span('t', 'Last name', 4, 12)]);

  test('CoNLL-2003', () => {
    expect(write(conll2003, dataset(two))).toEqual([
      {
        path: 'p_q.conll',
        text: '-DOCSTART- -X- O O\n\nAda _ _ B-Person\nLovelace _ _ I-Person\n, _ _ O\nnée _ _ O\nByron _ _ O\n. _ _ O\n\n😀 _ _ O\nAda _ _ O\n\n',
      },
    ]);
  });

  test('overlaps in columns, or one of them', () => {
    const [nested] = write(iob, dataset(two), { overlaps: 'columns', scheme: 'bioes' });
    expect(nested?.text.split('\n').slice(0, 3)).toEqual([
      'Ada\tB-Person\tO',
      'Lovelace\tE-Person\tS-Last%20name',
      ',\tO\tO',
    ]);
    const [shortest] = write(iob, dataset(two), { overlaps: 'shortest', separator: 'blank' });
    expect(shortest?.text.split('\n').slice(0, 2)).toEqual(['Ada O', 'Lovelace B-Last%20name']);
  });

  test('what cannot be written is counted, and the rest not shifted', () => {
    const cut = withSpans(fresh, [
      span('s', 'P', 0, 7),
      span('t', 'P', 3, 4),
      span('u', 'P', 14, 28),
      span('v', 'P', 18, 24),
      span('w', 'P', 0, 4),
    ]);
    const losses = conll2003.losses?.(dataset(cut), {});
    expect(Object.fromEntries(losses?.map(({ what, count }) => [what, count]) ?? [])).toEqual({
      'spans that cut a token': 1,
      'spans without a token': 1,
      'spans with white space at their edges': 2,
      'overlapping spans': 1,
      'texts whose white space changes': 1,
    });
    const [file] = write(conll2003, dataset(cut));
    // The span over the end of a line joins the two sentences.
    expect(file?.text).toContain('Byron _ _ I-P\n. _ _ I-P\n😀 _ _ I-P\nAda _ _ O\n');
  });

  test('other columns stay when the names change', () => {
    const [first] = read(conll2003, [fixture('conll-2003/two-documents/input.conll')]).documents;
    if (!first) throw new Error('not read');
    const [file] = write(conll2003, dataset(withSpans(first, [span('s', 'PER', 0, 16)])));
    const rows = file?.text.split('\n').slice(2, 6);
    expect(rows).toEqual([
      'Ada NNP I-NP I-PER',
      'Lovelace NNP I-NP I-PER',
      'met VBD I-VP I-PER',
      'Babbage NNP I-NP O',
    ]);
    const across = withSpans(first, [span('s', 'PER', 41, 45)]);
    expect(conll2003.losses?.(dataset(across), {})).toMatchObject([
      { what: 'spans across sentences', count: 1 },
    ]);
    const [bilou] = write(conll2003, dataset(first), { scheme: 'bilou' });
    expect(bilou?.text).toContain('Paris NNP I-NP U-LOC\n');
  });

  test('each annotator has a file, and so has what nobody annotated', () => {
    const sets = ['Anna', 'Ben'].map((name) => ({ annotator: { id: name, name }, records: [] }));
    const documents = [{ ...fresh, sets }, fresh];
    const paths = write(iob, { ...dataset(fresh), documents }).map(({ path }) => path);
    expect(paths).toEqual(['p_q - Anna.conll', 'p_q - Ben.conll', 'p_q - not annotated.conll']);
  });

  test('a token that reads like the start of a document is cut', () => {
    const document = { ...fresh, text: 'a -DOCSTART- b' };
    const [file] = write(conll2002, dataset(document), { tokens: 'blanks' });
    expect(file?.text).toBe('a O\n- O\nDOCSTART O\n- O\nb O\n\n');
  });
});
