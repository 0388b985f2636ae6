import type { AnnotationRecord } from '../model/annotation-set.ts';
import { isSame } from './same.ts';

/**
 * Sets in `present` the fields in which `to` differs from `from`; attributes count one by one. A field
 * that is neither as in `from` nor as in `to` was given another value since, and keeps it.
 * @param present of the same kind as the two others.
 * @returns the record, and the names of the fields that kept a newer value.
 */
export function mergeRecord(
  present: AnnotationRecord,
  from: AnnotationRecord,
  to: AnnotationRecord,
): { readonly record: AnnotationRecord; readonly kept: readonly string[] } {
  if (isSame(present, from)) return { record: to, kept: [] };
  const kept: string[] = [];
  const merged = mergeFields(fields(present), fields(from), fields(to), '', kept);
  // The fields come from records of this kind only, each from its own place: still such a record.
  return { record: Object.fromEntries(merged) as unknown as AnnotationRecord, kept };
}

type Fields = ReadonlyMap<string, unknown>;

function fields(value: unknown): Fields {
  return new Map(Object.entries(value ?? {}));
}

function mergeFields(present: Fields, from: Fields, to: Fields, path: string, kept: string[]) {
  const merged = new Map(present);
  for (const name of new Set([...from.keys(), ...to.keys()])) {
    const [now, old, wanted] = [present.get(name), from.get(name), to.get(name)];
    if (isSame(old, wanted) || isSame(now, wanted)) continue;
    if (name === 'attributes' && path === '') {
      const inner = mergeFields(fields(now), fields(old), fields(wanted), 'attributes.', kept);
      merged.set(name, Object.fromEntries(inner));
    } else if (!isSame(now, old)) kept.push(path + name);
    else if (wanted === undefined) merged.delete(name);
    else merged.set(name, wanted);
  }
  return merged;
}
