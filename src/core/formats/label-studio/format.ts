import { ok } from '../../result.ts';
import type { Format, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import { DISCONTINUOUS_OPTION } from '../tokens/token-options.ts';
import { labelStudioLosses } from './losses.ts';
import { isConfig, LABEL_STUDIO, readLabelStudio } from './read-label-studio.ts';
import { writeLabelStudio } from './write-label-studio.ts';

function recognizes(head: SourceFile): number {
  if (!('text' in head)) return 0;
  if (isConfig(head)) {
    return /<View[\s>]/u.test(head.text) && /\btoName\s*=/u.test(head.text) ? 0.8 : 0;
  }
  const task = firstValue(head);
  if (!isObject(task) || !isObject(task['data'])) return 0;
  if (Array.isArray(task['annotations']) || Array.isArray(task['completions'])) return 0.95;
  return Array.isArray(task['predictions']) ? 0.7 : 0;
}

/** Tasks with the annotations of everybody, and the configuration beside. */
export const labelStudio: Format = {
  id: LABEL_STUDIO,
  name: 'Label Studio JSON',
  description:
    'Tasks with the annotations of all annotators, and the labeling configuration (XML) beside them: for Label Studio. Offsets count Unicode code points.',
  extensions: ['json', 'xml'],
  unit: 'code points',
  versions: 'Label Studio 1.x tasks, with labeling configuration',
  loses: ['statuses'],
  losses: labelStudioLosses,
  options: [DISCONTINUOUS_OPTION],
  recognizes,
  pieces: { isList: true, isShared: (path) => /\.xml$/iu.test(path) },
  read: readLabelStudio,
  write: (dataset, options) => ok(writeLabelStudio(dataset, options)),
};
