import { describe, expect, test } from 'vitest';
import { brat } from '#core/formats/brat/format.ts';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { uimaJson } from '#core/formats/uima-json/format.ts';
import { uimaXmi } from '#core/formats/uima-xmi/format.ts';
import { webannoTsv } from '#core/formats/webanno-tsv/format.ts';
import { corpusFiles, read, spansOf } from '../tokens/harness.ts';

/** Type and place of each span with one range, in the order of the text. */
function spansIn(document: DatasetDocument | undefined): readonly string[] {
  return spansOf(document?.sets[0]?.records ?? [])
    .filter(({ ranges }) => ranges.length === 1)
    .map(({ type, ranges: [{ start, end }] }) => `${start}-${end} ${type}`)
    .sort();
}

function named(folder: string, pattern: RegExp): readonly SourceFile[] {
  return (corpusFiles(folder) ?? []).filter(({ path }) => pattern.test(path));
}

const standoff = named('brat/derived', /14611657\.(?:ann|txt)$/u);

/** Other programs made these of one brat file: what we read of each must be the same. */
describe.skipIf(standoff.length === 0)('one document in four formats', () => {
  const original = read(brat, standoff).documents[0];
  const expected = spansIn(original);

  test.each([
    ['WebAnno TSV of INCEpTION', webannoTsv, 'webanno_tsv', /derived\/craft-14611657\.tsv$/u],
    ['XMI of cassis', uimaXmi, 'uima_xmi', /derived\/craft-14611657\.(?:xmi|typesystem\.xml)$/u],
    ['JSON of Apache UIMA', uimaJson, 'uima_json', /derived\/craft-14611657\.json$/u],
  ])('%s', (_, format, folder, pattern) => {
    const [document] = read(format, named(folder, pattern)).documents;
    expect(expected.length).toBeGreaterThan(2000);
    expect(document?.text.trimEnd()).toHaveLength(original?.text.trimEnd().length ?? 0);
    expect(spansIn(document)).toEqual(expected);
  });
});
