import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { casOfLayers } from '../uima-layers/cas-of-layers.ts';
import { type PlannedDocument, planDataset } from '../uima-layers/plan-dataset.ts';
import { TypeSystem } from '../uima-layers/type-system.ts';
import { typesOfPlans } from '../uima-layers/types-of-plan.ts';
import { declaredAsUtf8 } from '../xml/xml-text.ts';
import { readTypeSystem } from './read-type-system.ts';
import { UIMA_XMI } from './read-xmi.ts';
import { writeCas } from './write-cas.ts';
import { writeTypeSystem } from './write-type-system.ts';

/** Writes an XMI file for each document, in a folder for each annotator where there are several, and the types. */
export function writeXmi(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const { documents, kinds } = planDataset(dataset, options, UIMA_XMI, 'xmi');
  const carried = new Set(documents.flatMap(({ source }) => source['types'] ?? []));
  const types = typesOfPlans(
    documents.map(({ plan }) => plan),
    kinds,
    typesOf(carried),
  );
  const files = documents.map((one) => ({
    path: `${one.path}.xmi`,
    *parts() {
      const kept = one.kept?.['xmi'];
      if (kept !== undefined) yield declaredAsUtf8(kept);
      else yield* writeCas(casOfLayers(one.document, one.plan, types, options));
    },
  }));
  const descriptor = descriptorOf(documents, carried, types);
  return descriptor === null ? files : [...files, descriptor];
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
  documents: readonly PlannedDocument[],
  carried: ReadonlySet<string>,
  types: TypeSystem,
): TargetFile | null {
  const path = 'TypeSystem.xml';
  const isUnchanged = documents.length > 0 && documents.every(({ kept }) => kept !== null);
  if (isUnchanged && carried.size === 0) return null;
  const [only] = carried;
  if (isUnchanged && only !== undefined && carried.size === 1) {
    return { path, parts: () => [declaredAsUtf8(only)] };
  }
  return { path, parts: () => writeTypeSystem(types) };
}
