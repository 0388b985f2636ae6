import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import { docbin } from '#core/formats/docbin/format.ts';
import { filesByAnnotator } from '#core/formats/tokens/files-by-annotator.ts';
import { tokensOf } from '#core/formats/tokens/tokenize.ts';
import { bytesOf } from '#core/formats/zip/write-zip.ts';
import { anyDataset } from '../core/formats/datasets.ts';
import { tokenView } from '../core/formats/tokens/harness.ts';

const reader = join(import.meta.dirname, 'read_docbin.py');
/** Another Python may have spaCy. */
const python = process.env['GLOSSATOR_PYTHON'] ?? 'python3';
const hasPython = spawnSync(python, ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `Type 3,4` of the tokens of a document as start, end and type in code points. */
function inCharacters(document: DatasetDocument, spans: readonly string[]) {
  const tokens = tokensOf(document, 'own');
  const points = (end: number) => [...document.text.slice(0, end)].length;
  return spans
    .map((span): [number, number, string] => {
      const [, type = '', numbers = ''] = /^(.*) ([\d,]+)$/su.exec(span) ?? [];
      const places = numbers.split(',').map(Number);
      const [first, last] = [tokens[places[0] ?? 0], tokens[places.at(-1) ?? 0]];
      return [points(first?.start ?? 0), points(last?.end ?? 0), type];
    })
    .sort(inOrder);
}

const inOrder = (a: readonly unknown[], b: readonly unknown[]) =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

describe.skipIf(!hasPython)('another program reads a DocBin (skipped without python3)', () => {
  const samples = fc.sample(anyDataset, { numRuns: 150, seed: 21 });
  const documents = samples.flatMap((dataset, i) =>
    dataset.documents.map((one) => ({ ...one, id: `${i}-${one.id}` })),
  );
  const dataset: Dataset = { ...(samples[0] as Dataset), documents };

  test('texts, entities, groups of spans and categories', { timeout: 120_000 }, () => {
    const written = docbin.write?.(dataset, {});
    if (!written?.ok) throw new Error('not written');
    const paths = written.value.map((file, i) => {
      const path = join(folder, `${i}.spacy`);
      writeFileSync(path, bytesOf(file));
      return path;
    });
    const output = execFileSync(python, [reader, ...paths], { encoding: 'utf8', maxBuffer: 1e9 });
    const files: Record<string, unknown>[][] = JSON.parse(output);
    const groups = filesByAnnotator(dataset, 'one');
    expect(files).toHaveLength(groups.length);
    let spans = 0;
    for (const [i, { documents: parts }] of groups.entries()) {
      expect(files[i]).toHaveLength(parts.length);
      for (const [j, { document, records }] of parts.entries()) {
        const found = files[i]?.[j] as { spans: [number, number, string][]; ents: [] };
        const all = inCharacters(document, tokenView(document, records, { flat: false }).spans);
        spans += all.length;
        expect({
          ...found,
          spans: [...found.spans].sort(inOrder),
          ents: [...found.ents].sort(inOrder),
        }).toEqual({
          name: document.name,
          text: document.text,
          annotated: document.sets.length > 0 || document.text === '',
          ents: inCharacters(document, tokenView(document, records).spans),
          spans: all,
          cats: [],
        });
      }
    }
    expect(spans).toBeGreaterThan(100);
  });
});
