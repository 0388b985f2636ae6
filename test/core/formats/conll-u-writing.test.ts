import { describe, expect, test } from 'vitest';
import { conllU } from '#core/formats/conll-u/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { fixture, read, write } from './tokens/harness.ts';

const COREFUD = 'conll-u/corefud/input.conllu';

describe('writing', () => {
  const only = (
    dataset: Dataset,
    change: (records: readonly AnnotationRecord[]) => readonly AnnotationRecord[],
  ) => ({
    ...dataset,
    documents: dataset.documents.map((document) => ({
      ...document,
      sets: document.sets.map((set) => ({ ...set, records: change(set.records) })),
    })),
  });

  test('only the sentence whose names changed is written anew, and only its names', () => {
    const dataset = read(conllU, [fixture(COREFUD)]);
    const changed = only(dataset, (records) =>
      records
        .filter((one) => one.kind === 'span' && one.id !== 's4')
        .map((one) => (one.kind === 'span' && one.id === 's1' ? { ...one, type: 'a b' } : one)),
    );
    const before = fixture(COREFUD).text.split('\n');
    const after = write(conllU, changed)[0]?.text.split('\n') ?? [];
    const differing = after.flatMap((line, i) =>
      line === before[i] ? [] : [line.split('\t').at(-1)],
    );
    // Ada is no longer She: the chain is gone, too.
    expect(differing).toEqual([
      'Entity=(e5-a%20b--)',
      '_',
      'Entity=e2)(e3[2/2]-person-1-)|SpaceAfter=No',
    ]);
  });

  test('a new file', () => {
    const span = (id: string, type: string, ...ranges: [number, number][]) => ({
      kind: 'span' as const,
      id,
      type,
      ranges: ranges.map(([start, end]) => ({ start, end })) as never,
      attributes: {},
      note: '',
    });
    const records = [
      span('a', 'Person', [1, 4]),
      span('b', 'A-b', [1, 4], [10, 13]),
      span('c', 'Person', [10, 13]),
      {
        kind: 'relation' as const,
        id: 'r',
        type: 'coreference',
        from: 'c',
        to: 'a',
        attributes: {},
        note: '',
      },
      {
        ...{ kind: 'relation' as const, id: 'q', type: 'knows', from: 'c', to: 'a' },
        attributes: {},
        note: '',
      },
    ];
    const dataset: Dataset = {
      name: 'p',
      schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
      documents: [
        {
          id: 'd',
          name: 'd.txt',
          text: ' Ada,\u00a0née\tAda \n',
          sets: [{ annotator: { id: 'x', name: 'X' }, records }],
        },
      ],
    };
    const rest = '\t_\t_\t_\t_\t_\t_\t_\t';
    expect(write(conllU, dataset)[0]?.text).toBe(
      [
        '# newdoc id = d.txt',
        '# generator = Glossator',
        '# global.Entity = eid-etype',
        '# sent_id = d-s1',
        '# text = Ada, née Ada',
        `1\tAda${rest}Entity=(e1-Person)(e2[1/2]-A%2Db)|SpaceAfter=No|SpacesBefore=\\s`,
        `2\t,${rest}SpacesAfter=\\u00a0`,
        `3\tnée${rest}SpacesAfter=\\t`,
        `4\tAda${rest}Entity=(e2[2/2]-A%2Db)(e1-Person)|SpacesAfter=\\s\\n`,
        '\n',
      ].join('\n'),
    );
    expect(conllU.losses?.(dataset, {})).toMatchObject([{ what: 'relations', count: 1 }]);
    expect(write(conllU, dataset, { names: 'tags' })[0]?.text).toContain(
      'NER=B-Person|SpaceAfter=No',
    );
    expect(
      conllU.losses?.(dataset, { names: 'tags' }).map(({ what, count }) => `${count} ${what}`),
    ).toEqual(['1 discontinuous spans', '1 overlapping spans', '2 relations']);
  });
});
