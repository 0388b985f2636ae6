import { ok } from '../../result.ts';
import { GATE_DISCONTINUOUS, GATE_LINGUISTIC } from '../bdoc/format.ts';
import { gateLosses } from '../bdoc/write-bdoc.ts';
import type { Format, SourceFile } from '../format.ts';
import { xmlText } from '../xml/xml-text.ts';
import { illegalLosses } from './illegal-losses.ts';
import { GATE_XML, readGate } from './read-gate.ts';
import { writeGate } from './write-gate.ts';

/** As much of a file is looked at. */
const HEAD = 4000;

function recognizes(head: SourceFile): number {
  const text = xmlText(head);
  if (!text.ok) return 0;
  const start = text.value.slice(0, HEAD).replace(/^\s*(?:<\?.*?\?>|<!--.*?-->|\s)*/su, '');
  return /^<GateDocument[\s>]/u.test(start) ? 0.98 : 0;
}

/** Documents of GATE as XML. */
export const gateXml: Format = {
  id: GATE_XML,
  name: 'GATE XML',
  description:
    'A file for each document, with an annotation set for each annotator and relation sets: for GATE Developer and GateNLP. Further ranges, document labels, notes and statuses stand in annotations and features of their own.',
  extensions: ['xml'],
  unit: 'UTF-16 code units',
  versions: 'GATE XML 3 (GATE 8 and 9; relation sets as of GATE 8)',
  loses: ['schema'],
  losses: (dataset, options) => [...gateLosses(dataset, options), ...illegalLosses(dataset)],
  options: [GATE_DISCONTINUOUS],
  readOptions: [GATE_LINGUISTIC],
  // Each file is read by itself.
  pieces: {},
  recognizes,
  read: readGate,
  write: (dataset, options) => ok(writeGate(dataset, options)),
};
