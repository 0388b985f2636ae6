import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '#core/formats/format.ts';
import { formatById } from '#core/formats/registry.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { writeSchema } from '#core/schema-formats/glossator/format.ts';
import { anyDataset, textOf } from '../core/formats/datasets.ts';
import { SCHEMA_NAMES, schemaFault } from './validators.ts';

const json = formatById('glossator-json') as Format;
const jsonl = formatById('glossator-jsonl') as Format;

test.each(SCHEMA_NAMES)('%s is itself valid, and refuses what is not its kind', (name) => {
  if (name === 'common') return;
  expect(schemaFault(name, {})).not.toBeNull();
  expect(schemaFault(name, [])).not.toBeNull();
});

test('a schema file is valid', () => {
  expect(schemaFault('schema', JSON.parse(writeSchema(DEFAULT_SCHEMA)))).toBeNull();
});

describe('exports are valid', () => {
  const filesOf = (format: Format, dataset: Parameters<NonNullable<Format['write']>>[0]) => {
    const written = format.write?.(dataset, {});
    return written?.ok ? written.value : [];
  };

  test('JSON', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        for (const file of filesOf(json, dataset)) {
          expect(schemaFault('dataset', JSON.parse(textOf(file)))).toBeNull();
        }
      }),
      { numRuns: 50 },
    );
  });

  test('JSON Lines', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const lines = filesOf(jsonl, dataset).flatMap((file) => textOf(file).trimEnd().split('\n'));
        for (const line of lines.filter((one) => one !== '')) {
          expect(schemaFault('dataset-line', JSON.parse(line))).toBeNull();
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('faults are seen', () => {
  const span = { kind: 'span', id: 's', type: 'T', ranges: [[0, 1]], quote: ['a'] };
  const set = {
    ...{ format: 'glossator-set', formatVersion: 1, documentId: 'd', revision: 0 },
    annotator: { id: 'anna', name: 'Anna' },
    textSha256: '0'.repeat(64),
    records: [span],
  };

  test('the set without a fault is valid', () => {
    expect(schemaFault('set', set)).toBeNull();
  });

  test.each([
    ['an offset below 0', { ...span, ranges: [[-1, 1]] }],
    ['no range', { ...span, ranges: [] }],
    ['three edges', { ...span, ranges: [[0, 1, 2]] }],
    ['a fraction', { ...span, ranges: [[0, 1.5]] }],
    ['no quote', { ...span, quote: undefined }],
    ['an unknown field', { ...span, colour: 'red' }],
    ['an unknown kind', { ...span, kind: 'event' }],
    ['a value that is an object', { ...span, attributes: { a: {} } }],
  ])('%s', (_name, record) => {
    const copy = JSON.parse(JSON.stringify({ ...set, records: [record] }));
    expect(schemaFault('set', copy)).not.toBeNull();
  });
});
