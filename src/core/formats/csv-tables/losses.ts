import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import type { AttributeDefinition, Schema } from '../../model/schema.ts';
import { attributesOf } from '../../schema/inherit.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { valueCell } from './cell.ts';
import { guardFormula } from './guard.ts';
import { readValue } from './read-cell.ts';

/** What does not come back from the tables as it was: values of which a cell does not show the kind. */
export function csvLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const schema = options['schema'] === 'left-out' ? undefined : dataset.schema;
  const isGuarded = options['formulas'] !== 'as-is';
  const definitions = definitionsIn(schema);
  let count = 0;
  const records = new Set<AnnotationRecord>();
  const lose = (record: AnnotationRecord) => {
    count++;
    records.add(record);
  };
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind === 'label') {
        const definition = schema?.documentLabels.find(({ name }) => name === record.name);
        if (!comesBack(record.value, definition, isGuarded)) lose(record);
      } else if (record.kind === 'span' || record.kind === 'relation') {
        for (const [name, value] of Object.entries(record.attributes)) {
          const definition = definitions(record.kind, record.type).get(name);
          if (!comesBack(value, definition, isGuarded)) lose(record);
        }
      }
    }
  }
  const why =
    'A cell does not tell a number from its digits as text, or one value from a list of one; what the schema says of the attribute decides.';
  return count === 0 ? [] : [{ what: 'values of another kind', count, why, records }];
}

function definitionsIn(schema: Schema | undefined) {
  const known = new Map<string, ReadonlyMap<string, AttributeDefinition>>();
  return (kind: 'span' | 'relation', type: string) => {
    const key = `${kind} ${type}`;
    const types = kind === 'span' ? schema?.entityTypes : schema?.relationTypes;
    const found =
      known.get(key) ?? new Map(attributesOf(types ?? [], type).map((one) => [one.name, one]));
    known.set(key, found);
    return found;
  };
}

function comesBack(
  value: AttributeValue,
  definition: AttributeDefinition | undefined,
  isGuarded: boolean,
): boolean {
  const cell = valueCell(value);
  const written = typeof cell === 'string' && isGuarded ? guardFormula(cell) : String(cell);
  const read = readValue(written, definition?.kind, isGuarded);
  return JSON.stringify(read) === JSON.stringify(value);
}
