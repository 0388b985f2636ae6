import fc from 'fast-check';
import { expect } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format } from '#core/formats/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import { anyDataset } from '../datasets.ts';
import { linesOf, viewOf } from '../json-harness.ts';
import { RUNS, read, write } from '../tokens/harness.ts';

/** What BioC holds of a value: text, or a list of texts. */
function text(value: AttributeValue, legal: (words: string) => string): unknown {
  return Array.isArray(value) ? value.map(legal) : legal(String(value));
}

/** Records as BioC holds them: all values text. */
export function biocLines(
  records: readonly AnnotationRecord[],
  legal: (words: string) => string = (words) => words,
): readonly string[] {
  const said = (attributes: Readonly<Record<string, AttributeValue>>) =>
    Object.entries(attributes)
      .map(([name, value]) => [name, text(value, legal)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...linesOf(records, {
      span: ({ type, ranges, attributes, note }) =>
        JSON.stringify([type, ranges, said(attributes), note]),
      relation: ({ type, attributes, note }) => JSON.stringify([type, said(attributes), note]),
      label: ({ name, value }) => JSON.stringify([name, text(value, legal)]),
      note: true,
    }),
    ...records.filter(({ kind }) => kind === 'status').map((one) => JSON.stringify(one)),
  ];
}

/** Writes and reads random datasets; all but the schema, the annotators and the kinds of values comes back. */
export function expectRoundTrip(
  format: Format,
  legal: (words: string) => string = (words) => words,
  legalText: (words: string) => string = legal,
): void {
  fc.assert(
    fc.property(anyDataset, fc.constantFrom('code-points', 'utf-16'), (dataset, offsets) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(format, dataset, { offsets });
      const back = read(format, files, { offsets });
      expect(back.problems ?? []).toEqual([]);
      const view = (one: Dataset) =>
        viewOf(
          {
            ...one,
            documents: one.documents.map((document) => ({
              ...document,
              text: legalText(document.text),
              sets:
                document.sets.length > 0
                  ? document.sets
                  : [{ annotator: { id: 'x', name: 'X' }, records: [] }],
            })),
          },
          (records) => biocLines(records, legal),
        );
      expect(view(back)).toEqual(view(dataset));
      for (const file of files) {
        const again = write(format, read(format, [file], { offsets }), { offsets });
        expect(again[0]?.text).toBe(file.text);
      }
      const anew = back.documents.map(({ carried: _, ...one }) => one);
      const twice = write(format, { ...back, documents: anew }, { offsets });
      expect(view(read(format, twice, { offsets }))).toEqual(view(dataset));
    }),
    { numRuns: RUNS },
  );
}
