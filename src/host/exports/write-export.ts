import { basename, dirname, join, resolve } from 'node:path';
import type { ExportPart, ExportSummary } from '#api/calls/exports.ts';
import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { ChosenFormat } from '#core/exchange/export-losses.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { TargetFile } from '#core/formats/format.ts';
import type { Loss } from '#core/formats/losses.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { plural } from '#core/text/plural.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { gather } from './build-dataset.ts';
import { chooseFormat, toldLoss } from './choose-format.ts';
import { countWritten } from './count-written.ts';
import { LEFT_OUT, leftOutFile } from './left-out.ts';
import { filesOfParts, type PartFiles, partsOf } from './parts.ts';
import { sumLosses } from './preview.ts';
import { exists, kindOf, type PlacedFile, placeFiles, writeFiles } from './write-files.ts';
import { writeProblem } from './write-problem.ts';

/** Exports whole or not at all. `target` is a folder, or a file where the format gives one file. */
export async function writeExport(
  session: ProjectSession,
  request: Args<'export.write'>,
  job: Job,
): Promise<Result<ExportSummary, ApiError>> {
  const chosen = chooseFormat(request);
  if (!chosen.ok) return chosen;
  const gathered = await gather(session, request.selection, job);
  if (!gathered.ok) return gathered;
  return writeDataset(chosen.value, gathered.value, request, job);
}

/** Where and how a dataset is written. */
export type WriteRequest = Pick<
  Args<'export.write'>,
  'target' | 'overwrite' | 'overwriteTarget' | 'split' | 'leftOut'
>;

/** Writes a dataset whole or not at all, with what the format leaves out beside it where that was asked for. */
export async function writeDataset(
  chosen: ChosenFormat,
  { dataset, losses: before }: { readonly dataset: Dataset; readonly losses: readonly Loss[] },
  request: WriteRequest,
  job: Job,
): Promise<Result<ExportSummary, ApiError>> {
  const parts = filesOfParts(chosen, partsOf(dataset, request.split), request.split?.layout);
  if (!parts.ok) return parts;
  const files = parts.value.flatMap((part) => part.files);
  if (files.length === 0) {
    const message = 'No document was chosen, so there is nothing to write.';
    return err({ code: 'refused', message });
  }
  const losses = await sumLosses(chosen, dataset, job);
  const keeps = request.leftOut === 'separate-file' && losses.length > 0;
  const left = keeps ? await leftOutFile(chosen, dataset, job) : null;

  const target = resolve(request.target);
  try {
    const isSeveral = files.length > 1 || request.split !== undefined;
    const places = await placesFor(files, target, isSeveral, left?.file ?? null);
    if (!places.ok) return places;
    const { folder, placed, companion } = places.value;
    const all = companion ? [...placed, companion] : placed;
    for (const { path } of all) {
      if ((await kindOf(path)) !== 'folder') continue;
      const message = `‘${basename(path)}’ is a folder, where a file is to be written. Choose another place.`;
      return err({ code: 'refused', message, place: { file: path } });
    }
    const asked = all.filter(({ path }) => !(request.overwriteTarget && path === target));
    const inTheWay = request.overwrite ? [] : await standing(asked);
    if (inTheWay.length > 0) return err(existsError(inTheWay));
    job.progress(0, 0, 'Writing');
    await writeFiles(folder, all, job.signal);
    return ok({
      files: all.map(({ path }) => path),
      documents: dataset.documents.length,
      ...(await countParts(chosen, parts.value, losses, job)),
      losses: [...before, ...losses].map((loss) => toldLoss(chosen, loss)),
      leftOut: companion && left ? { file: companion.path, records: left.records } : null,
    });
  } catch (error) {
    job.signal.throwIfAborted();
    return err(writeProblem(error, target, 'Could not export to'));
  }
}

interface Places {
  readonly folder: string;
  readonly placed: readonly PlacedFile[];
  /** The file with what is left out. */
  readonly companion: PlacedFile | null;
}

async function placesFor(
  files: readonly TargetFile[],
  target: string,
  isSeveral: boolean,
  left: TargetFile | null,
): Promise<Result<Places, ApiError>> {
  const kind = await kindOf(target);
  if (isSeveral && kind === 'file') {
    const message = `This export writes ${plural(files.length, 'file')} into a folder, and ‘${target}’ is a file. Choose a folder.`;
    return err({ code: 'refused', message, place: { file: target } });
  }
  const isFolder = kind === 'folder' || isSeveral;
  const { folder, placed } = placeFiles(files, target, isFolder);
  if (!left) return ok({ folder, placed, companion: null });
  const path = isFolder
    ? join(target, left.path)
    : join(dirname(target), `${basename(target).replace(/(?<=.)\.[^.]*$/u, '')}${LEFT_OUT}`);
  return ok({ folder, placed, companion: { path, file: left } });
}

/** What stands in the files, in all and by part. */
async function countParts(
  chosen: ChosenFormat,
  parts: readonly PartFiles[],
  losses: readonly Loss[],
  job: Job,
): Promise<Pick<ExportSummary, 'spans' | 'relations' | 'parts'>> {
  const counted: ExportPart[] = [];
  let [spans, relations] = [0, 0];
  for (const { name, dataset, own } of parts) {
    const lost = name === null ? losses : await sumLosses(chosen, dataset, job);
    const written = countWritten(chosen, dataset, own, lost);
    spans += written.spans;
    relations += written.relations;
    if (name !== null) counted.push({ name, documents: dataset.documents.length, ...written });
  }
  return { spans, relations, parts: counted };
}

async function standing(placed: readonly PlacedFile[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path } of placed) if (await exists(path)) found.push(path);
  return found;
}

function existsError(paths: readonly string[]): ApiError {
  const [first = ''] = paths;
  const others =
    paths.length > 1 ? ` and ${plural(paths.length - 1, 'more file')} of this export are` : ' is';
  const message = `‘${basename(first)}’${others} there already. Nothing was written.`;
  return { code: 'exists', message, place: { file: first } };
}
