import { inOrderOfIds } from '../complete-schema.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { carriedLayers, unchangedSource } from './carried.ts';
import { FeatureKinds, type LayerPlan, planLayers } from './plan-layers.ts';

/** A file to be written. Documents may be larger together than memory, so nothing of them is held. */
export interface PlannedFile {
  /** Without extension. */
  readonly path: string;
  readonly one: DocumentOfOne;
  /** Whether nothing changed since it was read: its own file is written again. */
  readonly isKept: boolean;
}

/** How a format of layers finds its own files among what documents carry. */
export interface LayerFormat {
  readonly format: string;
  /** Which part of the source is the file itself. */
  readonly main: string;
}

/** The files of a dataset, and the features that all of them use. */
export interface PlannedDataset {
  readonly files: readonly PlannedFile[];
  readonly kinds: FeatureKinds;
}

/**
 * Finds out which documents are written anew, and what features they use together.
 * @param look is told of each plan, for what else must be known of all of them.
 */
export function planDataset(
  given: Dataset,
  options: FormatOptions,
  how: LayerFormat,
  look: (plan: LayerPlan) => void = () => {},
): PlannedDataset {
  const kinds = new FeatureKinds();
  const files = filesByAnnotator(inOrderOfIds(given), 'per-document').flatMap(
    ({ path, documents }) => documents.map((one) => ({ path, one, ...stateOf(one, path, how) })),
  );
  const parts = new Map<string, number>();
  for (const { key } of files) {
    if (key !== null) parts.set(key, (parts.get(key) ?? 0) + 1);
  }
  const planned = files.flatMap(({ path, one, isUnchanged, key, part, count }) => {
    const isKept = isUnchanged && (key === null || parts.get(key) === count);
    // A file with several texts is written once, for the first of them.
    if (isKept && part > 1) return [];
    if (!isKept) {
      const plan = planOf(one, options, how);
      kinds.add(plan);
      look(plan);
    }
    return [{ path, one, isKept }];
  });
  return { files: planned, kinds };
}

/** How a document is written that has changed. */
export function planOf(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
  { format }: LayerFormat,
): LayerPlan {
  return planLayers(records, options, carriedLayers(document, format)?.homes);
}

/** A part of what a document came from, whether it has changed or not. */
export function sourceOf(
  { document }: DocumentOfOne,
  { format }: LayerFormat,
  part: string,
): string | undefined {
  const source = carriedLayers(document, format)?.source ?? {};
  return Object.hasOwn(source, part) ? source[part] : undefined;
}

/** Whether a document has changed, and of how many texts of which file it is one. */
function stateOf(
  { document, records }: DocumentOfOne,
  path: string,
  { format, main }: LayerFormat,
) {
  const source = unchangedSource(document, records, format);
  const text = source?.[main];
  const [part, count] = [Number(source?.['part'] ?? 1), Number(source?.['parts'] ?? 1)];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return {
    isUnchanged: text !== undefined,
    part,
    count,
    key: text === undefined || count === 1 ? null : `${folder}\n${text}`,
  };
}
