import type { ExportRequest } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import type { ChosenFormat } from '#core/exchange/export-losses.ts';
import { PARTS, type PartName, splitOf } from '#core/exchange/export-split.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { TargetFile } from '#core/formats/format.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/** What is written together: all, or one part of a split. */
export interface Part {
  /** `null` where there is no split. */
  readonly name: PartName | null;
  readonly dataset: Dataset;
}

/** A part with its files, whose paths do not meet those of other parts. */
export interface PartFiles extends Part {
  /** As the format names them. */
  readonly own: readonly TargetFile[];
  readonly files: readonly TargetFile[];
}

/** The dataset in the parts of the split; parts without documents are left out. */
export function partsOf(dataset: Dataset, split: ExportRequest['split']): readonly Part[] {
  if (!split) return [{ name: null, dataset }];
  const partOf = splitOf(
    dataset.documents.map(({ id }) => id),
    split,
  );
  return PARTS.map((name) => {
    const documents = dataset.documents.filter(({ id }) => partOf.get(id) === name);
    return { name, dataset: { ...dataset, documents } };
  }).filter((part) => part.dataset.documents.length > 0);
}

/** The files that the format makes of each part. */
export function filesOfParts(
  { format, options }: ChosenFormat,
  parts: readonly Part[],
  layout: 'folders' | 'names' = 'folders',
): Result<readonly PartFiles[], ApiError> {
  const all: PartFiles[] = [];
  for (const part of parts) {
    const written = format.write(part.dataset, options);
    if (!written.ok) return err({ ...written.error, code: 'refused' });
    const own = written.value;
    all.push({ ...part, own, files: own });
  }
  const byName = layout === 'names' && all.every(({ own }) => own.length === 1);
  return ok(
    all.map(({ name, ...part }) => {
      if (name === null) return { name, ...part };
      const placed = part.own.map((file) => ({
        path: byName ? withPart(file.path, name) : `${name}/${file.path}`,
        parts: () => file.parts(),
      }));
      return { name, ...part, files: placed };
    }),
  );
}

/** `letters.conll` of the part `dev`: `letters.dev.conll`. */
function withPart(path: string, part: PartName): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1
    ? `${path.slice(0, dot)}.${part}${path.slice(dot)}`
    : `${path}.${part}`;
}
