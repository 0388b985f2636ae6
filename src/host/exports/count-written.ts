import type { ChosenFormat } from '#core/exchange/export-losses.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile, TargetFile } from '#core/formats/format.ts';
import type { Loss } from '#core/formats/losses.ts';
import { countRecords } from './preview.ts';

/** What stands in the files of an export. */
export interface Written {
  readonly spans: number;
  readonly relations: number;
}

/** Files of up to this size are read back to count; in characters or bytes. */
const READ_AT_MOST = 8 * 1024 * 1024;

/** Losses each of which is one span or relation that is not written at all. */
const LEFT_OUT: Readonly<Record<string, keyof Written>> = {
  relations: 'relations',
  'overlapping spans': 'spans',
  'spans that cut a token': 'spans',
  'spans without a token': 'spans',
};

/**
 * Counts the spans and relations that an export really wrote. Where the format left some out, the files
 * are read back: a span written in two pieces counts as two. Large files are counted by their losses.
 */
export function countWritten(
  chosen: ChosenFormat,
  dataset: Dataset,
  files: readonly TargetFile[],
  losses: readonly Loss[],
): Written {
  const all = onlyWritten(dataset);
  if (!losses.some(({ what }) => /\b(?:span|relation)s?\b/u.test(what))) return all;
  const back = readBack(chosen, files);
  if (back) return onlyWritten(back);
  const left = { ...all };
  for (const { what, count } of losses) {
    const kind = LEFT_OUT[what];
    if (kind) left[kind] = Math.max(0, left[kind] - count);
  }
  return left;
}

function onlyWritten(dataset: Dataset): Written {
  const { spans, relations } = countRecords(dataset);
  return { spans, relations };
}

function readBack(
  { format, options }: ChosenFormat,
  files: readonly TargetFile[],
): Dataset | undefined {
  const sources: SourceFile[] = [];
  let size = 0;
  for (const file of files) {
    const texts: string[] = [];
    for (const part of file.parts()) {
      size += part.length;
      if (typeof part !== 'string' || size > READ_AT_MOST) return undefined;
      texts.push(part);
    }
    sources.push({ path: file.path, text: texts.join('') });
  }
  const defaults = (format.readOptions ?? []).map((option) => [option.id, option.default] as const);
  const read = format.read?.(sources, { ...Object.fromEntries(defaults), ...options });
  return read?.ok ? read.value : undefined;
}
