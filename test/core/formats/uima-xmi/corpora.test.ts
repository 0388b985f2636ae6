import { describe, expect, test } from 'vitest';
import type { SourceFile } from '#core/formats/format.ts';
import { uimaXmi } from '#core/formats/uima-xmi/format.ts';
import { corpusFiles, namesOf, read, write } from '../tokens/harness.ts';

const files = (corpusFiles('uima_xmi') ?? []).filter((file) => uimaXmi.recognizes(file) > 0.5);
const texts = files.filter(({ path }) => path.endsWith('.xmi'));
const types = files.filter(({ path }) => path.endsWith('.xml'));

/** The type system of a file: that beside it, or the one that its collection has for it. */
function typesOf({ path }: SourceFile): readonly SourceFile[] {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const name = path.slice(folder.length + 1).replace(/\.xmi$/u, '');
  const candidates = [
    `${folder}/${name}.typesystem.xml`,
    `${folder}/typesystem.xml`,
    `${folder}/typesystems/${name.replace(/^cas_with/u, 'typesystem_with')}.xml`,
    `${folder}/typesystems/small_typesystem.xml`,
    folder.endsWith('inception')
      ? 'cassis/typesystems/inception_typesystem.xml'
      : 'cassis/typesystems/dkpro-core-types.xml',
  ];
  const found = candidates.flatMap((one) => types.find((file) => file.path === one) ?? []);
  return found.slice(0, 1);
}

/** Annotations without words, texts that are not there, structures that are no annotations: all told. */
const EXPLAINED = /^(?:no-words|no-text|not-held|not-listed|no-end|bad-id|dangling|bad-offsets)$/u;

describe.skipIf(texts.length === 0)('files of others', () => {
  test.each(texts.map((file) => [file.path, file] as const))('%s', (_, file) => {
    const dataset = read(uimaXmi, [file, ...typesOf(file)]);
    const codes = dataset.problems?.map(({ code }) => code) ?? [];
    expect(codes.filter((code) => !EXPLAINED.test(code))).toEqual([]);
    if (dataset.documents.length === 0) return;
    expect(write(uimaXmi, dataset)[0]?.text).toBe(
      'text' in file ? file.text.replace(/^\ufeff/u, '') : '',
    );
    // Changed and changed back: the file is made anew.
    const documents = dataset.documents.map((one) => ({
      ...one,
      carried: { format: 'other', data: one.carried?.data },
    }));
    const again = read(uimaXmi, write(uimaXmi, { ...dataset, documents }));
    expect(again.problems).toBeUndefined();
    for (const [i, document] of dataset.documents.entries()) {
      expect(again.documents[i]?.text).toBe(document.text);
      expect(namesOf(again.documents[i]).toSorted()).toEqual(namesOf(document).toSorted());
      expect(count(again.documents[i])).toEqual(count(document));
    }
  });
});

function count(
  document:
    | (typeof read extends (...a: never) => infer D ? D : never)['documents'][number]
    | undefined,
) {
  return document?.sets[0]?.records.filter(({ kind }) => kind === 'relation').length;
}
