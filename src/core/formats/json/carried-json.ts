import { z } from 'zod';
import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { DatasetDocument } from '../dataset.ts';
import { byId } from '../set-to-json.ts';

const carriedType = z.object({
  /** As it stands in the file. */
  raw: z.string(),
  /** How it was read. */
  reading: z.string(),
});

/** What a document carries of the record of JSON that it was read from. */
export type CarriedJson = z.infer<typeof carriedType>;

/** The record that a document was read from; `undefined` where it came from elsewhere. */
export function carriedJson(
  { carried }: Pick<DatasetDocument, 'carried'>,
  format: string,
): CarriedJson | undefined {
  if (carried?.format !== format) return undefined;
  return carriedType.safeParse(carried.data).data;
}

/** Whether both are the same records, in whatever order of records and attributes. */
export function sameRecords(
  a: readonly AnnotationRecord[],
  b: readonly AnnotationRecord[],
): boolean {
  return a.length === b.length && canonical(a) === canonical(b);
}

function canonical(records: readonly AnnotationRecord[]): string {
  const inOrder = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value;
  return JSON.stringify([...records].sort(byId), inOrder);
}
