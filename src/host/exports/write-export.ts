import { basename, resolve } from 'node:path';
import type { Args, Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { plural } from '#core/text/plural.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { gather } from './build-dataset.ts';
import { chooseFormat, filesOf, lossesOf } from './choose-format.ts';
import { countWritten } from './count-written.ts';
import { exists, kindOf, type PlacedFile, placeFiles, writeFiles } from './write-files.ts';
import { writeProblem } from './write-problem.ts';

/** Exports whole or not at all. `target` is a folder, or a file where the format gives one file. */
export async function writeExport(
  session: ProjectSession,
  request: Args<'export.write'>,
  job: Job,
): Promise<Result<Value<'export.write'>, ApiError>> {
  const chosen = chooseFormat(request);
  if (!chosen.ok) return chosen;
  const gathered = await gather(session, request.selection, job);
  if (!gathered.ok) return gathered;
  const { dataset } = gathered.value;
  const files = filesOf(chosen.value, dataset);
  if (!files.ok) return files;
  if (files.value.length === 0) {
    return err({
      code: 'refused',
      message: 'No document was chosen, so there is nothing to write.',
    });
  }

  const target = resolve(request.target);
  const doing = 'Could not export to';
  try {
    const kind = await kindOf(target);
    const isSeveral = files.value.length > 1;
    if (isSeveral && kind === 'file') {
      const message = `This export writes ${files.value.length} files, and ‘${target}’ is a file. Choose a folder.`;
      return err({ code: 'refused', message, place: { file: target } });
    }
    const { folder, placed } = placeFiles(files.value, target, kind === 'folder' || isSeveral);
    for (const { path } of placed) {
      if ((await kindOf(path)) !== 'folder') continue;
      const message = `‘${basename(path)}’ is a folder, where a file is to be written. Choose another place.`;
      return err({ code: 'refused', message, place: { file: path } });
    }
    const inTheWay = request.overwrite ? [] : await standing(placed);
    if (inTheWay.length > 0) return err(existsError(inTheWay));
    job.progress(0, 0, 'Writing');
    await writeFiles(folder, placed, job.signal);
    const losses = lossesOf(chosen.value, dataset);
    const written = countWritten(chosen.value, dataset, files.value, losses);
    return ok({ files: placed.map(({ path }) => path), ...written });
  } catch (error) {
    job.signal.throwIfAborted();
    return err(writeProblem(error, target, doing));
  }
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
