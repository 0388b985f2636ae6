import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { casOfLayers } from '../uima-layers/cas-of-layers.ts';
import { type LayerFormat, planDataset, planOf, sourceOf } from '../uima-layers/plan-dataset.ts';
import { TypeSystem } from '../uima-layers/type-system.ts';
import { TypeCollector } from '../uima-layers/types-of-plan.ts';
import { casOfJson } from './cas-of-json.ts';
import { UIMA_JSON } from './read-json.ts';
import { writeJsonCas } from './write-cas.ts';

export const JSON_FILES: LayerFormat = { format: UIMA_JSON, main: 'json' };

/** Writes a file for each document, in a folder for each annotator where there are several. */
export function writeJson(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const { files, kinds } = planDataset(dataset, options, JSON_FILES);
  return files.map(({ path, one, isKept }) => ({
    path: `${path}.json`,
    *parts() {
      const json = sourceOf(one, JSON_FILES, 'json');
      if (isKept) yield json ?? '';
      else {
        const plan = planOf(one, options, JSON_FILES);
        const collector = new TypeCollector();
        collector.add(plan);
        const types = collector.types(kinds, typesIn(json));
        yield* writeJsonCas(casOfLayers(one.document, plan, types, options));
      }
    },
  }));
}

/** The types that came with a file. */
function typesIn(json: string | undefined): TypeSystem {
  const none = new TypeSystem();
  if (json === undefined) return none;
  const cas = casOfJson(JSON.parse(json), '', new ProblemList());
  return cas.ok ? cas.value.types : none;
}
