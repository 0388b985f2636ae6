import { ok } from '../../result.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { Format, SourceFile } from '../format.ts';
import { illegalLosses } from '../gate-xml/illegal-losses.ts';
import type { Loss } from '../losses.ts';
import { xmlText } from '../xml/xml-text.ts';
import { isLabelHeld } from './plan-tags.ts';
import { isDtd, MAE, readMae } from './read-mae.ts';
import { unreadTags, writeMae } from './write-mae.ts';

/** As much of a file is looked at. */
const HEAD = 20_000;

function recognizes(head: SourceFile): number {
  const text = xmlText(head);
  if (!text.ok) return 0;
  const start = text.value.slice(0, HEAD);
  if (isDtd(start)) return /<!ENTITY\s+name\s+"[^"]*"\s*>/u.test(start) ? 0.95 : 0;
  const inside = start.replace(/^\s*(?:<\?.*?\?>|<!--.*?-->|\s)*/su, '');
  if (!/^<[A-Za-z_][\w.-]*>\s*<TEXT>/u.test(inside)) return 0;
  return /^<[\w.-]+>\s*<TEXT>\s*<!\[CDATA\[/u.test(inside) || text.value.includes('<TAGS')
    ? 0.97
    : 0.6;
}

function losses(dataset: Dataset): readonly Loss[] {
  let [values, labels, empty] = [0, 0, 0];
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind === 'label' && !isLabelHeld(record)) labels++;
      const own =
        record.kind === 'label'
          ? [record.value]
          : 'attributes' in record
            ? Object.values(record.attributes)
            : [];
      values += own.filter((value) => typeof value === 'number').length;
      if ('attributes' in record) empty += own.filter((value) => value === '').length;
    }
  }
  const found: readonly Loss[] = [
    {
      what: 'numbers',
      count: values,
      why: 'All values are text in MAE; yes and no are told by the DTD, lists stand as JSON.',
    },
    {
      what: 'labels given as no or empty',
      count: labels,
      why: 'A document has a tag or has it not.',
    },
    {
      what: 'tags that are no annotations',
      count: unreadTags(dataset),
      why: 'Links of other than two ends and tags without a place came with the files; as some have changed, all are written anew.',
    },
    { what: 'values that are empty', count: empty, why: 'In MAE, an empty value is none.' },
  ];
  return [...found.filter(({ count }) => count > 0), ...illegalLosses(dataset)];
}

/** Texts with tags, and a DTD that defines them. */
export const mae: Format = {
  id: MAE,
  name: 'MAE and MedTator XML',
  description:
    'A file for each document with its text and its tags, and the schema as a DTD beside them: for MAE and MedTator. Names that XML cannot hold are told in the DTD, so that they come back.',
  extensions: ['xml', 'dtd'],
  unit: 'UTF-16 code units',
  versions: 'MAE 1 and 2, MedTator 1.3, with DTD',
  loses: ['schema', 'annotators'],
  losses,
  options: [],
  recognizes,
  read: readMae,
  write: (dataset) => ok(writeMae(dataset)),
};
