import fc from 'fast-check';
import type { Dataset, DatasetDocument, DatasetSet } from '#core/formats/dataset.ts';
import type { TargetFile } from '#core/formats/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import { STATUSES } from '#core/model/document-status.ts';
import { normalizeRanges } from '#core/model/range.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';

/** Pieces that go wrong where characters are counted in another way. */
const piece = fc.oneof(
  fc.constantFrom(
    '😀',
    '👩‍👩‍👧',
    'é',
    '\r\n',
    '\t',
    '  ',
    '\u00a0',
    '中文',
    'שלום',
    'سلام',
    '=1+1',
    '"',
    '\u2028',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const value = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
  fc.boolean(),
  fc.array(fc.constantFrom('a', 'b|c', 'd\\'), { maxLength: 3 }),
);
const attributes = fc.dictionary(fc.constantFrom('certainty', 'constructor', 'x y', '=z'), value, {
  noNullPrototype: true,
});
const note = fc.constantFrom('', 'a note', '@home\nsecond line', '😀');
const at = fc.constant('2026-01-02T03:04:05.678Z');

/** UTF-16 offsets between whole characters. */
function boundaries(text: string): number[] {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}

function recordsOn(text: string): fc.Arbitrary<readonly AnnotationRecord[]> {
  const offset = fc.constantFrom(...boundaries(text));
  const ranges = fc
    .array(fc.tuple(offset, offset), { minLength: 1, maxLength: 3 })
    .map((pairs) =>
      normalizeRanges(pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))),
    )
    .filter((found) => found !== undefined);
  const span = fc.record({
    ranges,
    type: fc.constantFrom('Person', 'Date', '-Type'),
    attributes,
    note,
  });
  const relation = fc.record({
    from: fc.nat(),
    to: fc.nat(),
    type: fc.constantFrom('r', 's'),
    attributes,
    note,
  });
  return fc
    .record({
      spans: fc.array(span, { maxLength: text.length === 0 ? 0 : 6 }),
      relations: fc.array(relation, { maxLength: 4 }),
      labels: fc.dictionary(fc.constantFrom('topic', 'ok', 'n'), value, { noNullPrototype: true }),
      note,
      status: fc.option(fc.constantFrom(...STATUSES)),
      at,
    })
    .map(({ spans, relations, labels, note, status, at }) => [
      ...spans.map((one, i) => ({ kind: 'span' as const, id: `s${i}`, ...one })),
      ...(spans.length === 0 ? [] : relations).map((one, i) => ({
        kind: 'relation' as const,
        id: `r${i}`,
        ...one,
        from: `s${one.from % spans.length}`,
        to: `s${one.to % spans.length}`,
      })),
      ...Object.entries(labels).map(([name, given]) => ({
        kind: 'label' as const,
        id: labelId(name),
        name,
        value: given,
      })),
      ...(note === '' ? [] : [{ kind: 'note' as const, id: 'note' as const, text: note }]),
      ...(status ? [{ kind: 'status' as const, id: 'status' as const, status, at }] : []),
    ]);
}

const documentNumber = (i: number): fc.Arbitrary<DatasetDocument> =>
  fc
    .array(piece, { maxLength: 12 })
    .map((pieces) => pieces.join('').toWellFormed())
    .chain((text) =>
      fc.record({
        id: fc.constant(`d${i}`),
        name: fc.constantFrom('letter.txt', 'Çà/là: “x”', 'con', `=name${i}`),
        text: fc.constant(text),
        sets: fc.tuple(recordsOn(text), recordsOn(text), fc.nat(2)).map(([a, b, count]) =>
          [
            { annotator: { id: 'anna', name: 'Anna 😀' }, records: a },
            { annotator: { id: 'ben', name: 'Ben' }, records: b },
          ].slice(0, count),
        ),
      }),
    );

/** Small datasets with texts and names that formats get wrong. */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .nat(3)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => documentNumber(i))))
  .map((documents) => ({ name: 'Some project', schema: DEFAULT_SCHEMA, documents }));

/** The same dataset in one order of records, so that two can be compared. */
export function inOrder(dataset: Dataset): Dataset {
  const sorted = (set: DatasetSet) => ({
    ...set,
    records: [...set.records].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const documents = dataset.documents.map((one) => ({ ...one, sets: one.sets.map(sorted) }));
  return { ...dataset, documents };
}

/** Contents of a written file as text. */
export function textOf(file: TargetFile | undefined): string {
  let text = '';
  for (const part of file?.parts() ?? []) text += part;
  return text;
}
