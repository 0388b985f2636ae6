import { z } from 'zod';
import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { DatasetDocument } from '../dataset.ts';
import { fingerprintOf } from './fingerprint.ts';
import { homesType } from './homes.ts';

const carriedType = z.object({
  /** The files as they were, by what they are. */
  source: z.record(z.string(), z.string()),
  /** How its records were when it was read. */
  fingerprint: z.string(),
  homes: homesType,
});

/** What a document carries of the files of layers that it was read from. */
export type CarriedLayers = z.infer<typeof carriedType>;

/** What the document carries from any format of layers; the files only where they are of `format`. */
export function carriedLayers(
  { carried }: Pick<DatasetDocument, 'carried'>,
  format: string,
): CarriedLayers | undefined {
  if (carried === undefined) return undefined;
  const data = carriedType.safeParse(carried.data).data;
  if (data === undefined || carried.format === format) return data;
  return { ...data, source: {}, fingerprint: '' };
}

/** The files that the document came from, where its records still say what they said. */
export function unchangedSource(
  document: DatasetDocument,
  records: readonly AnnotationRecord[],
  format: string,
): Readonly<Record<string, string>> | undefined {
  const carried = carriedLayers(document, format);
  if (!carried || carried.fingerprint !== fingerprintOf(records)) return undefined;
  return carried.source;
}
