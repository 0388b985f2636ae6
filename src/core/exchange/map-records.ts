import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../model/attribute.ts';
import { labelId } from '../model/document-label.ts';
import type { Span } from '../model/span.ts';
import { findRelationType } from '../schema/lookup.ts';
import { endProblem } from '../schema/relation-choices.ts';
import { valueAs } from './attribute-plan.ts';
import type { ImportPlan } from './plan-import.ts';
import type { TypePlan } from './type-plan.ts';

/** A set as it comes in. */
export interface MappedSet {
  readonly records: readonly AnnotationRecord[];
  /** Annotations that the mapping leaves out. */
  readonly leftOut: number;
  /** Sentences about relations whose ends the schema does not allow, and how many there are of each. */
  readonly misfits: ReadonlyMap<string, number>;
}

/**
 * Brings the records of one incoming set into the names of the plan. Relations that lose an end go with
 * it; relations that the schema does not allow come in all the same, and are counted.
 */
export function mapRecords(records: readonly AnnotationRecord[], plan: ImportPlan): MappedSet {
  const spans = new Map<string, Span>();
  const mapped: AnnotationRecord[] = [];
  const misfits = new Map<string, number>();
  const later: AnnotationRecord[] = [];
  for (const record of records) {
    if (record.kind !== 'span') {
      later.push(record);
      continue;
    }
    const type = plan.entityTypes.get(record.type);
    if (!type || spans.has(record.id)) continue;
    const span = { ...record, type: type.name, attributes: attributesOf(record.attributes, type) };
    spans.set(record.id, span);
    mapped.push(span);
  }
  // Of two of one id, or two labels that become one, the first counts.
  const ids = new Set<string>(spans.keys());
  for (const record of later) {
    if (record.kind === 'relation') {
      const type = plan.relationTypes.get(record.type);
      const [from, to] = [spans.get(record.from), spans.get(record.to)];
      if (!type || !from || !to || ids.has(record.id)) continue;
      ids.add(record.id);
      const attributes = attributesOf(record.attributes, type);
      mapped.push({ ...record, type: type.name, attributes });
      const definition = findRelationType(plan.schema, type.name);
      const misfit = definition && endProblem(plan.schema, definition, from.type, to.type);
      if (misfit) misfits.set(misfit, (misfits.get(misfit) ?? 0) + 1);
    } else if (record.kind === 'label') {
      const label = plan.documentLabels.get(record.name);
      const value = label ? valueAs(record.value, label.kind) : undefined;
      if (!label || value === undefined || ids.has(labelId(label.name))) continue;
      ids.add(labelId(label.name));
      mapped.push({ kind: 'label', id: labelId(label.name), name: label.name, value });
    } else if (!ids.has(record.id)) {
      ids.add(record.id);
      mapped.push(record);
    }
  }
  return { records: mapped, leftOut: records.length - mapped.length, misfits };
}

function attributesOf(attributes: Attributes, { attributes: plans }: TypePlan): Attributes {
  const names = Object.keys(attributes);
  if (names.length === 0) return attributes;
  const entries = new Map<string, AttributeValue>();
  for (const name of names) {
    const given = attributes[name];
    const plan = plans.get(name);
    const value = given !== undefined && plan ? valueAs(given, plan.kind) : undefined;
    // Of two that become one, the first with a value counts.
    if (plan && value !== undefined && !entries.has(plan.name)) entries.set(plan.name, value);
  }
  return Object.fromEntries(entries);
}
