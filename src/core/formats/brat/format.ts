import { ok } from '../../result.ts';
import { bratSchema } from '../../schema-formats/brat/format.ts';
import type { Format, SourceFile } from '../format.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { BRAT } from './carried.ts';
import { bratLosses } from './losses.ts';
import { parseLine } from './parse-line.ts';
import { readBrat } from './read-brat.ts';
import { writeBrat } from './write-brat.ts';

/** So many lines are looked at. */
const LINES = 50;

function recognizes(head: SourceFile): number {
  if (!('text' in head)) return 0;
  const text = withoutMark(head.text);
  if (/\.(?:ann|a1|a2)$/iu.test(head.path) && text.trim() === '') return 0.6;
  if (/\.conf$/iu.test(head.path) && bratSchema.recognizes(head)) return 0.8;
  let [known, seen] = [0, 0];
  for (const { text: line, number } of linesIn(text)) {
    if (number > LINES) break;
    if (line.trim() === '') continue;
    seen++;
    if (parseLine(line)) known++;
  }
  return seen > 0 && known > seen / 2 ? 0.5 + (0.45 * known) / seen : 0;
}

/** A text and a file of annotations beside it. */
export const brat: Format = {
  id: BRAT,
  name: 'brat standoff',
  description:
    'A text (.txt) and its annotations (.ann) for each document, with annotation.conf and visual.conf: for brat, and for tools for events and discontinuous spans. Offsets count Unicode code points.',
  extensions: ['ann', 'a1', 'a2', 'txt', 'conf'],
  unit: 'code points',
  versions: 'brat 1.3, with annotation.conf',
  loses: ['schema', 'annotators', 'document labels', 'statuses'],
  losses: bratLosses,
  options: [],
  pieces: {
    isShared: (path) => /(?:^|[\\/])(?:annotation|visual)\.conf$/u.test(path),
    together: (path) => path.replace(/\.[^.\\/]*$/u, ''),
  },
  recognizes,
  read: readBrat,
  write: (dataset) => ok(writeBrat(dataset)),
};
