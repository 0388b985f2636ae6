import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { casOfLayers } from '../uima-layers/cas-of-layers.ts';
import { planDataset } from '../uima-layers/plan-dataset.ts';
import { TypeSystem } from '../uima-layers/type-system.ts';
import { typesOfPlans } from '../uima-layers/types-of-plan.ts';
import { casOfJson } from './cas-of-json.ts';
import { UIMA_JSON } from './read-json.ts';
import { writeJsonCas } from './write-cas.ts';

/** Writes a file for each document, in a folder for each annotator where there are several. */
export function writeJson(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const { documents, kinds } = planDataset(dataset, options, UIMA_JSON, 'json');
  return documents.map((one) => ({
    path: `${one.path}.json`,
    *parts() {
      const kept = one.kept?.['json'];
      if (kept !== undefined) yield kept;
      else {
        const types = typesOfPlans([one.plan], kinds, typesIn(one.source['json']));
        yield* writeJsonCas(casOfLayers(one.document, one.plan, types, options));
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
