import type { ExportPart, ExportPreview } from '#api/calls/exports.ts';
import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import { type ChosenFormat, LossSum, slicesOf } from '#core/exchange/export-losses.ts';
import { type Dataset, setsOf } from '#core/formats/dataset.ts';
import type { Loss } from '#core/formats/losses.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { breathe } from './breathe.ts';
import { chooseFormat, toldLoss } from './choose-format.ts';
import { leftOutName } from './left-out.ts';
import { filesOfParts, type Part, partsOf } from './parts.ts';
import { gatherAgain } from './recent-data.ts';

/** Names of files that are shown. */
const MAX_NAMES = 20;

/** Counts what would be exported and what would be left out. Writes nothing. */
export async function previewExport(
  session: ProjectSession,
  request: Args<'export.preview'>,
  job: Job,
): Promise<Result<ExportPreview, ApiError>> {
  const chosen = chooseFormat(request);
  if (!chosen.ok) return chosen;
  const gathered = await gatherAgain(session, request.selection, request.reuse ?? false, job);
  if (!gathered.ok) return gathered;
  const { dataset } = gathered.value;
  const losses = [...gathered.value.losses, ...(await sumLosses(chosen.value, dataset, job))];
  const parts = partsOf(dataset, request.split);
  const files = filesOfParts(chosen.value, parts, request.split?.layout);
  if (!files.ok) return files;
  const paths = files.value.flatMap((part) => part.files.map(({ path }) => path));
  // Definitions of types are no record that a file of records could keep.
  const keeps =
    request.leftOut === 'separate-file' && losses.some(({ what }) => what !== 'type definitions');
  return ok({
    ...countRecords(dataset),
    losses: losses.map((loss) => toldLoss(chosen.value, loss)),
    files: paths.slice(0, MAX_NAMES),
    fileCount: paths.length,
    leftOutFile: keeps ? leftOutName(dataset) : null,
    parts: countParts(parts),
  });
}

/** What the format leaves out, counted slice by slice. */
export async function sumLosses(
  target: ChosenFormat,
  dataset: Dataset,
  job: Job,
): Promise<readonly Loss[]> {
  const sum = new LossSum(target, dataset);
  let done = 0;
  for (const slice of slicesOf(dataset.documents)) {
    sum.add(slice);
    done += slice.length;
    job.progress(done, dataset.documents.length, 'Counting what is left out');
    await breathe(job.signal);
  }
  return sum.losses();
}

/** How much each part of a split holds. */
export function countParts(parts: readonly Part[]): readonly ExportPart[] {
  return parts.flatMap(({ name, dataset }) => {
    if (name === null) return [];
    const { documents, spans, relations } = countRecords(dataset);
    return [{ name, documents, spans, relations }];
  });
}

/** How much of everything a dataset holds. A span or relation with a note counts as a note, too. */
export function countRecords(
  dataset: Dataset,
): Pick<ExportPreview, 'documents' | 'sets' | 'spans' | 'relations' | 'labels' | 'notes'> {
  const counts = { sets: 0, spans: 0, relations: 0, labels: 0, notes: 0 };
  for (const { set } of setsOf(dataset)) {
    counts.sets++;
    for (const record of set.records) {
      if (record.kind === 'span') counts.spans++;
      if (record.kind === 'relation') counts.relations++;
      if (record.kind === 'label') counts.labels++;
      if (record.kind === 'note' || ('note' in record && record.note !== '')) counts.notes++;
    }
  }
  return { documents: dataset.documents.length, ...counts };
}
