import { inOrderOfIds } from '../complete-schema.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { carriedLayers, unchangedSource } from '../uima-layers/carried.ts';
import { planLayers } from '../uima-layers/plan-layers.ts';
import { WEBANNO_TSV } from './read-tsv.ts';
import { writeDocument } from './write-document.ts';

/** Writes a file for each document, in a folder for each annotator where there are several. */
export function writeTsv(given: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(inOrderOfIds(given), 'per-document').map(({ path, documents }) => ({
    path: `${path}.tsv`,
    *parts() {
      for (const { document, records } of documents) {
        const kept = unchangedSource(document, records, WEBANNO_TSV)?.['tsv'];
        if (kept !== undefined) yield kept;
        else {
          const homes = carriedLayers(document, WEBANNO_TSV)?.homes;
          yield* writeDocument(document, planLayers(records, options, homes), options);
        }
      }
    },
  }));
}
