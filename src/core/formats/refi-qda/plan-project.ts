import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { type Dataset, type DatasetDocument, type DatasetSet, setsOf } from '../dataset.ts';

/** Kinds of variables that we write. */
export type VariableKind = 'Text' | 'Boolean' | 'Integer' | 'Float';

/** A document label with its kind: that of all its values, or text. */
export type Variables = ReadonlyMap<string, VariableKind>;

/**
 * The set of a document whose labels are written: the first that has any, since values of variables do not
 * say whose they are.
 */
export function labelSet({ sets }: DatasetDocument): DatasetSet | undefined {
  return sets.find(({ records }) => records.some(({ kind }) => kind === 'label'));
}

/** The variables of all labels that are written. */
export function variablesOf({ documents }: Dataset): Variables {
  const kinds = new Map<string, VariableKind>();
  for (const document of documents) {
    for (const record of labelSet(document)?.records ?? []) {
      if (record.kind !== 'label') continue;
      const [before, kind] = [kinds.get(record.name), kindOf(record.value)];
      kinds.set(
        record.name,
        before === undefined || before === kind ? kind : widened(before, kind),
      );
    }
  }
  return kinds;
}

function kindOf(value: AttributeValue): VariableKind {
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value !== 'number') return 'Text';
  return Number.isSafeInteger(value)
    ? 'Integer'
    : decimalOf(value) === undefined
      ? 'Text'
      : 'Float';
}

function widened(a: VariableKind, b: VariableKind): VariableKind {
  return [a, b].every((kind) => kind === 'Integer' || kind === 'Float') ? 'Float' : 'Text';
}

/** The number as XML Schema writes decimals, without exponent; `undefined` where it needs one. */
export function decimalOf(value: number): string | undefined {
  const written = String(value);
  return /e/iu.test(written) ? undefined : written;
}

/** Text of a value; several are joined by `, `. */
export function textOfValue(value: AttributeValue): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** Whether the value comes back as it is from a variable of that kind. */
export function comesBack(value: AttributeValue, kind: VariableKind): boolean {
  if (kind === 'Text') return typeof value === 'string' && value !== '';
  return kind === 'Boolean' ? typeof value === 'boolean' : typeof value === 'number';
}

/** Labels of sets that are not written, since another set of the document has some, too. */
export function labelsLeftOut(dataset: Dataset): ReadonlySet<AnnotationRecord> {
  const lost = new Set<AnnotationRecord>();
  for (const { document, set } of setsOf(dataset)) {
    if (labelSet(document) === set) continue;
    for (const record of set.records) if (record.kind === 'label') lost.add(record);
  }
  return lost;
}
