import { describe, expect, test } from 'vitest';
import { uimaJson } from '#core/formats/uima-json/format.ts';
import { corpusFiles, namesOf, read, write } from '../tokens/harness.ts';

const files = (corpusFiles('uima_json') ?? []).filter((file) => uimaJson.recognizes(file) > 0.5);

/** Texts that are not there, annotations without words, structures that are no annotations: all told. */
const EXPLAINED = /^(?:no-words|no-text|not-held|not-listed|no-type-system|bad-offsets)$/u;

describe.skipIf(files.length === 0)('files of others', () => {
  test.each(files.map((file) => [file.path, file] as const))('%s', (_, file) => {
    const dataset = read(uimaJson, [file]);
    const codes = dataset.problems?.map(({ code }) => code) ?? [];
    expect(codes.filter((code) => !EXPLAINED.test(code))).toEqual([]);
    if (dataset.documents.length === 0) return;
    expect(write(uimaJson, dataset)[0]?.text).toBe('text' in file ? file.text : '');
    // Changed and changed back: the file is made anew.
    const documents = dataset.documents.map((one) => ({
      ...one,
      carried: { format: 'other', data: one.carried?.data },
    }));
    const again = read(uimaJson, write(uimaJson, { ...dataset, documents }));
    expect(again.problems).toBeUndefined();
    for (const [i, document] of dataset.documents.entries()) {
      expect(again.documents[i]?.text).toBe(document.text);
      expect(namesOf(again.documents[i]).toSorted()).toEqual(namesOf(document).toSorted());
    }
  });
});
