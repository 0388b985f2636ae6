import { describe, expect, test } from 'vitest';
import { webannoTsv } from '#core/formats/webanno-tsv/format.ts';
import { corpusFiles, namesOf, read, write } from '../tokens/harness.ts';

const files = (corpusFiles('webanno_tsv') ?? []).filter((file) => webannoTsv.recognizes(file) > 0);

/** What a file can give rise to that we cannot hold: lines that mean nothing, annotations without words. */
const EXPLAINED = /^(?:unknown-line|no-words|no-end)$/u;

describe.skipIf(files.length === 0)('files of others', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s', (_, file) => {
    const dataset = read(webannoTsv, [file]);
    const codes = dataset.problems?.map(({ code }) => code) ?? [];
    expect(codes.filter((code) => !EXPLAINED.test(code))).toEqual([]);
    expect(write(webannoTsv, dataset)[0]?.text).toBe('text' in file ? file.text : '');
    const documents = dataset.documents.map((one) => ({
      ...one,
      carried: { format: 'other', data: one.carried?.data },
    }));
    const again = read(webannoTsv, write(webannoTsv, { ...dataset, documents }));
    expect(again.problems).toBeUndefined();
    expect(again.documents[0]?.text).toBe(dataset.documents[0]?.text);
    expect(namesOf(again.documents[0]).toSorted()).toEqual(
      namesOf(dataset.documents[0]).toSorted(),
    );
  });
});
