import { leftOutOf } from '#core/exchange/export-left-out.ts';
import { type ChosenFormat, slicesOf } from '#core/exchange/export-losses.ts';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import { safeFileName } from '#core/formats/file-name.ts';
import type { TargetFile } from '#core/formats/format.ts';
import { writeJsonl } from '#core/formats/glossator-jsonl/write-jsonl.ts';
import type { Job } from '../jobs.ts';
import { breathe } from './breathe.ts';

/** The file that keeps what a format loses. */
export interface LeftOutFile {
  readonly file: TargetFile;
  /** Records in it. */
  readonly records: number;
}

/** What the name of such a file ends with. */
export const LEFT_OUT = '.left-out.jsonl';

/** Collects what the format leaves out of the dataset; `null` where that is nothing a record can hold. */
export async function leftOutFile(
  target: ChosenFormat,
  dataset: Dataset,
  job: Job,
): Promise<LeftOutFile | null> {
  const documents: DatasetDocument[] = [];
  let done = 0;
  for (const slice of slicesOf(dataset.documents)) {
    for (const document of slice) {
      const left = leftOutOf(target, dataset, document);
      if (left) documents.push(left);
    }
    done += slice.length;
    job.progress(done, dataset.documents.length, 'Collecting what is left out');
    await breathe(job.signal);
  }
  const path = leftOutName(dataset);
  const [file] = writeJsonl({ ...dataset, documents });
  if (!file || documents.length === 0) return null;
  const sets = documents.flatMap((document) => document.sets);
  const records = sets.reduce((sum, set) => sum + set.records.length, 0);
  return { file: { path, parts: () => file.parts() }, records };
}

/** Name of the file in a folder. */
export function leftOutName({ name }: Pick<Dataset, 'name'>): string {
  return `${safeFileName(name, 'dataset')}${LEFT_OUT}`;
}
