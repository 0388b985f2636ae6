import { inOrderOfIds } from '../complete-schema.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { carriedLayers, unchangedSource } from './carried.ts';
import { FeatureKinds, type LayerPlan, planLayers } from './plan-layers.ts';

/** A document of one annotator, to be written as a CAS. */
export interface PlannedDocument extends DocumentOfOne {
  /** Without extension. */
  readonly path: string;
  /** The files that it came from, where nothing changed: they are written again. */
  readonly kept: Readonly<Record<string, string>> | null;
  /** How it is written where it has changed; empty otherwise. */
  readonly plan: LayerPlan;
  /** What came with it; empty where it came from elsewhere. */
  readonly source: Readonly<Record<string, string>>;
}

const NO_PLAN: LayerPlan = { spans: [], relations: [], chains: [] };

/** Plans every document for each annotator, and finds the features that all of them use. */
export function planDataset(
  given: Dataset,
  options: FormatOptions,
  format: string,
  /** The part of the source that is the file. */
  main: string,
): { readonly documents: readonly PlannedDocument[]; readonly kinds: FeatureKinds } {
  const kinds = new FeatureKinds();
  const files = filesByAnnotator(inOrderOfIds(given), 'per-document').flatMap(
    ({ path, documents }) =>
      documents.map((one) => {
        const kept = unchangedSource(one.document, one.records, format) ?? null;
        return { ...one, path, kept: kept?.[main] === undefined ? null : kept };
      }),
  );
  const whole = wholeFiles(files, main);
  const documents = files.flatMap((file): readonly PlannedDocument[] => {
    const carried = carriedLayers(file.document, format);
    const source = carried?.source ?? {};
    if (file.kept !== null && isWhole(file, whole, main)) {
      // A file with several texts is written once, for the first of them.
      return file.kept['part'] === '1' ? [{ ...file, plan: NO_PLAN, source }] : [];
    }
    const plan = planLayers(file.records, options, carried?.homes);
    kinds.add(plan);
    return [{ ...file, kept: null, plan, source }];
  });
  return { documents, kinds };
}

interface File {
  readonly path: string;
  readonly kept: Readonly<Record<string, string>> | null;
}

/** How many texts of each file are there unchanged, by folder and file. */
function wholeFiles(files: readonly File[], main: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    if (file.kept === null) continue;
    const key = keyOf(file, main);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isWhole(file: File, counts: ReadonlyMap<string, number>, main: string): boolean {
  const parts = Number(file.kept?.['parts'] ?? 1);
  return parts === 1 || counts.get(keyOf(file, main)) === parts;
}

function keyOf({ path, kept }: File, main: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}\n${kept?.[main] ?? ''}`;
}
