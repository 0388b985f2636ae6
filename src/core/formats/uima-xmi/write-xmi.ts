import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { casOfLayers } from '../uima-layers/cas-of-layers.ts';
import { type LayerFormat, planDataset, planOf, sourceOf } from '../uima-layers/plan-dataset.ts';
import { TypeSystem } from '../uima-layers/type-system.ts';
import { TypeCollector } from '../uima-layers/types-of-plan.ts';
import { declaredAsUtf8 } from '../xml/xml-text.ts';
import { readTypeSystem } from './read-type-system.ts';
import { UIMA_XMI } from './read-xmi.ts';
import { writeCas } from './write-cas.ts';
import { writeTypeSystem } from './write-type-system.ts';

export const XMI_FILES: LayerFormat = { format: UIMA_XMI, main: 'xmi' };

/** Writes an XMI file for each document, in a folder for each annotator where there are several, and the types. */
export function writeXmi(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const collector = new TypeCollector();
  const { files, kinds } = planDataset(dataset, options, XMI_FILES, (plan) => collector.add(plan));
  const carried = new Set(files.flatMap(({ one }) => sourceOf(one, XMI_FILES, 'types') ?? []));
  const types = collector.types(kinds, typesOf(carried));
  const targets = files.map(({ path, one, isKept }) => ({
    path: `${path}.xmi`,
    *parts() {
      if (isKept) yield declaredAsUtf8(sourceOf(one, XMI_FILES, 'xmi') ?? '');
      else
        yield* writeCas(casOfLayers(one.document, planOf(one, options, XMI_FILES), types, options));
    },
  }));
  const areKept = files.length > 0 && files.every(({ isKept }) => isKept);
  const descriptor = descriptorOf(carried, types, areKept);
  return descriptor === null ? targets : [...targets, descriptor];
}

function typesOf(descriptors: Iterable<string>): TypeSystem {
  const types = new TypeSystem();
  for (const text of descriptors) {
    const read = readTypeSystem(text, '', new ProblemList());
    if (read.ok) types.add(read.value);
  }
  return types;
}

/** The types as they came where nothing changed; `null` where then none came. */
function descriptorOf(
  carried: ReadonlySet<string>,
  types: TypeSystem,
  areKept: boolean,
): TargetFile | null {
  const path = 'TypeSystem.xml';
  if (areKept && carried.size === 0) return null;
  const [only] = carried;
  if (areKept && only !== undefined && carried.size === 1) {
    return { path, parts: () => [declaredAsUtf8(only)] };
  }
  return { path, parts: () => writeTypeSystem(types) };
}
