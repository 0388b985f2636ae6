import { ok } from '../../result.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { Format, FormatOption, SourceFile } from '../format.ts';
import { illegalLosses } from '../gate-xml/illegal-losses.ts';
import type { Loss } from '../losses.ts';
import { xmlText } from '../xml/xml-text.ts';
import { readTei, TEI } from './read-tei.ts';
import { unchanged, writeTei } from './write-tei.ts';

/** As much of a file is looked at. */
const HEAD = 20_000;

function recognizes(head: SourceFile): number {
  const text = xmlText(head);
  if (!text.ok) return 0;
  const start = text.value.slice(0, HEAD);
  const inside = start.replace(/^\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^[\]>]*>|\s)*/su, '');
  const root = /^<(?:[A-Za-z_][\w.-]*:)?(?:TEI|teiCorpus)(?:\.2)?(?=[\s>])[^>]*>/u.exec(
    inside,
  )?.[0];
  if (root === undefined) return 0;
  return root.includes('http://www.tei-c.org/ns/1.0') ? 0.98 : 0.85;
}

const FORM: FormatOption = {
  id: 'form',
  name: 'Spans',
  description:
    'Where they stand. Those that cross others or have several ranges stand off in any case.',
  choices: [
    { value: 'inline', name: 'In the text, as names around their words' },
    { value: 'apart', name: 'Off the text, pointing to their words' },
  ],
  default: 'inline',
};

function losses(dataset: Dataset): readonly Loss[] {
  let changed = 0;
  for (const { document, set } of setsOf(dataset)) {
    if (document.carried?.format !== TEI) continue;
    if (unchanged({ document, records: set.records }) === undefined) changed++;
  }
  const why =
    'Where annotations have changed, the text is written anew: without the divisions, notes and tokens of the TEI file that it came from.';
  const found = [{ what: 'documents without their other markup', count: changed, why }];
  return [...found.filter(({ count }) => count > 0), ...illegalLosses(dataset)];
}

/** The Text Encoding Initiative’s XML. */
export const tei: Format = {
  id: TEI,
  name: 'TEI P5 XML',
  description:
    'A file for each document, with names around their words and all else in a standOff: for editions and corpora of the humanities. In reading, runs of white space are one blank, and paragraphs, lines and other blocks begin a line; inside of xml:space="preserve" all is kept.',
  extensions: ['xml', 'tei'],
  unit: 'none',
  versions:
    'TEI P5: names, rs, term, date, seg; span, standOff, listRelation, fs; string-range counts code points',
  loses: ['schema', 'annotators'],
  losses,
  options: [FORM],
  // Each file is read by itself.
  pieces: {},
  recognizes,
  read: readTei,
  write: (dataset, options) => ok(writeTei(dataset, options)),
};
