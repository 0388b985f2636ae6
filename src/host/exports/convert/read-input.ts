import type { ApiError } from '#api/problem.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format, FormatOptions, SourceFile } from '#core/formats/format.ts';
import { groupPaths, isCut } from '#core/formats/pieces.ts';
import { recognize } from '#core/formats/registry.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Job } from '../../jobs.ts';
import { breathe } from '../breathe.ts';
import { Collector } from './collector.ts';
import type { InputFile } from './input-files.ts';
import { readHead, readInPieces, readWhole } from './read-file.ts';
import type { Spill } from './spill.ts';

/** A format that can read. */
export type ReadableFormat = Format & { readonly read: NonNullable<Format['read']> };

/** Files are read together until they have so many bytes. */
const BATCH = 4 * 1024 * 1024;

/** The format that the files are most likely of, judged by what is in them. */
export async function recognizeInput(
  files: readonly InputFile[],
): Promise<Result<ReadableFormat, ApiError>> {
  const votes = new Map<Format, number>();
  for (const file of files.slice(0, 50)) {
    const [best] = recognize(await readHead(file));
    if (best) votes.set(best.format, (votes.get(best.format) ?? 0) + best.confidence);
  }
  const [[format] = []] = [...votes].sort(([, a], [, b]) => b - a);
  if (format?.read) return ok({ ...format, read: format.read.bind(format) });
  const message = 'Nothing here is recognised. Say which format it is (--from).';
  return err({ code: 'refused', message, place: { file: files[0]?.path ?? '' } });
}

/** Reads files of one format, piece by piece where the format can, into a dataset kept in the spill. */
export async function readInput(
  format: ReadableFormat,
  files: readonly InputFile[],
  options: FormatOptions,
  spill: Spill,
  job: Job,
): Promise<Result<Dataset, ApiError>> {
  const collector = new Collector(spill);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const read = (sources: readonly SourceFile[], linesBefore = 0, isPart = false) => {
    const result = format.read(sources, options);
    const path = sources[0]?.path ?? '';
    if (!result.ok) return err(shifted(result.error, linesBefore));
    collector.add({ dataset: result.value, path, linesBefore, isPart });
    return ok(null);
  };
  const { pieces } = format;
  const isAlone = !pieces?.together && !files.some(({ path }) => pieces?.isShared?.(path));
  for (const batch of batchesOf(format, files)) {
    const [first] = batch;
    if (pieces && isCut(pieces) && isAlone && batch.length === 1 && first) {
      for await (const piece of readInPieces(first, pieces)) {
        if (!piece.ok) return piece;
        const { source, linesBefore, isPart } = piece.value;
        const result = read([source], linesBefore, isPart);
        if (!result.ok) return result;
        done += 'text' in source ? source.text.length : source.bytes.length;
        job.progress(done, total, first.path);
        await breathe(job.signal);
      }
      continue;
    }
    const sources: SourceFile[] = [];
    for (const file of batch) {
      const source = await readWhole(file);
      if (!source.ok) return source;
      sources.push(source.value);
      done += file.size;
    }
    const result = read(sources);
    if (!result.ok) return result;
    job.progress(done, total, first?.path ?? '');
    await breathe(job.signal);
  }
  return ok(collector.dataset());
}

/** Files that are read together: all of them, unless the format can read them one by one or group by group. */
function batchesOf(
  { pieces }: Format,
  files: readonly InputFile[],
): readonly (readonly InputFile[])[] {
  if (!pieces) return [files];
  const hasShared = files.some(({ path }) => pieces.isShared?.(path));
  if (isCut(pieces) && !hasShared) return files.map((file) => [file]);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { shared, groups } = groupPaths(pieces, [...byPath.keys()]);
  const inputs = (paths: readonly string[]) => paths.flatMap((path) => byPath.get(path) ?? []);
  const batches: InputFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const group of groups.map(inputs)) {
    if (size >= BATCH) {
      batches.push([...inputs(shared)]);
      size = 0;
    }
    batches.at(-1)?.push(...group);
    size += group.reduce((sum, file) => sum + file.size, 0);
  }
  return batches.length > 0 ? batches : [files];
}

function shifted(
  error: { readonly message: string; readonly place?: ApiError['place'] },
  linesBefore: number,
): ApiError {
  const { line } = error.place ?? {};
  const place = line === undefined ? error.place : { ...error.place, line: line + linesBefore };
  return { code: 'refused', message: error.message, ...(place ? { place } : {}) };
}
