import type { ExportPreview, ExportRequest } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import { type Dataset, setsOf } from '#core/formats/dataset.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { ProjectSession } from '../project/session.ts';
import { gather } from './build-dataset.ts';
import { chooseFormat, filesOf, lossesOf } from './choose-format.ts';

/** Names of files that are shown. */
const MAX_NAMES = 20;

/** Counts what would be exported and what would be left out. Writes nothing. */
export async function previewExport(
  session: ProjectSession,
  request: ExportRequest,
): Promise<Result<ExportPreview, ApiError>> {
  const chosen = chooseFormat(request);
  if (!chosen.ok) return chosen;
  const gathered = await gather(session, request.selection);
  if (!gathered.ok) return gathered;
  const { dataset, losses } = gathered.value;
  const files = filesOf(chosen.value, dataset);
  if (!files.ok) return files;
  return ok({
    ...countRecords(dataset),
    losses: [...losses, ...lossesOf(chosen.value, dataset)],
    files: files.value.slice(0, MAX_NAMES).map((file) => file.path),
    fileCount: files.value.length,
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
