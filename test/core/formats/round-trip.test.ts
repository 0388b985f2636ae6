import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format, FormatOptions, SourceFile } from '#core/formats/format.ts';
import { FORMATS, formatById, formatOf } from '#core/formats/registry.ts';
import { anyDataset, inOrder, textOf } from './datasets.ts';

function write(format: Format, dataset: Dataset, options: FormatOptions): readonly SourceFile[] {
  const written = format.write?.(dataset, options);
  if (!written?.ok) throw new Error('not written');
  return written.value.map((file) => ({ path: file.path, text: textOf(file) }));
}

function read(files: readonly SourceFile[]): Dataset {
  const [first] = files;
  const result = first && formatOf(first)?.read?.(files, {});
  if (!result?.ok) throw new Error(result?.error.message ?? 'not recognised');
  return result.value;
}

const json = formatById('glossator-json') as Format;
const jsonl = formatById('glossator-jsonl') as Format;

test.each(['one', 'per-document'])('JSON (%s) gives back everything', (files) => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(files === 'one' || dataset.documents.length > 0);
      expect(inOrder(read(write(json, dataset, { files })))).toEqual(inOrder(dataset));
    }),
  );
});

test('JSON Lines give back all but the schema and the name of the project', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const back = read(write(jsonl, dataset, {}));
      expect(inOrder(back).documents).toEqual(inOrder(dataset).documents);
      const used = dataset.documents.flatMap((d) => d.sets.flatMap((set) => set.records));
      for (const record of used) {
        if (record.kind === 'span') {
          expect(back.schema.entityTypes.map((type) => type.name)).toContain(record.type);
        }
      }
    }),
  );
});

test('files of one export have different names, on systems that ignore case, too', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      const paths = write(json, dataset, { files: 'per-document' }).map((file) => file.path);
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(dataset.documents.length);
      for (const path of paths) expect(path).not.toMatch(/[<>:"/\\|?*]|^con\./u);
    }),
  );
});

test('writing twice gives the same bytes', () => {
  fc.assert(
    fc.property(anyDataset, fc.constantFrom(...FORMATS), (dataset, format) => {
      expect(write(format, dataset, {})).toEqual(write(format, inOrder(dataset), {}));
    }),
    { numRuns: 50 },
  );
});
