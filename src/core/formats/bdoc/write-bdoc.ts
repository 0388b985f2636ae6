import { type Dataset, type DatasetDocument, setsOf } from '../dataset.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson } from '../json/carried-json.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { Loss } from '../losses.ts';
import type { GateDocument } from './gate-document.ts';
import { parseBdoc } from './parse-bdoc.ts';
import { BDOC } from './read-bdoc.ts';
import type { Linguistic } from './read-set.ts';
import { gateOfDocument, isUnchanged } from './write-document.ts';

/** Writes a file for each document, with all annotators as annotation sets of their names. */
export function writeBdoc(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const unique = uniqueNames();
  return dataset.documents.map((document) => ({
    path: `${unique(safeFileName(withoutTextExtension(document.name)))}.bdocjs`,
    parts: () => [textOf(document, options)],
  }));
}

function textOf(document: DatasetDocument, options: FormatOptions): string {
  const carried = carriedJson(document, BDOC);
  const linguistic: Linguistic = carried?.reading === 'spans' ? 'spans' : 'tokens';
  const value: unknown = carried && JSON.parse(carried.raw);
  const gate = carried && parseBdoc(value)?.gate;
  if (carried && gate && isUnchanged(document, gate, linguistic)) return carried.raw;
  const before = gate && { gate, linguistic };
  return JSON.stringify(jsonOf(gateOfDocument(document, options, 'annotations', before), options));
}

function jsonOf({ name, text, features, sets }: GateDocument, options: FormatOptions) {
  const isUtf16 = options['offsets'] === 'utf-16';
  const places = new OffsetPlaces(text, isUtf16 ? 'utf-16' : 'code-points');
  const written = sets.map((set) => {
    const annotations = set.annotations.map(({ type, start, end, id, features: own }) => ({
      type,
      start: places.write(start),
      end: places.write(end),
      id,
      features: own,
    }));
    const last = annotations.reduce((most, { id }) => Math.max(most, id), -1);
    return [set.name, { name: set.name, annotations, next_annid: last + 1 }] as const;
  });
  return {
    annotation_sets: Object.fromEntries(written),
    text,
    features,
    offset_type: isUtf16 ? 'j' : 'p',
    name,
  };
}

/** What is left out of spans with several ranges, where the option does not keep their parts. */
export function gateLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const choice = options['discontinuous'] ?? 'parts';
  if (choice === 'parts') return [];
  let [discontinuous, withoutEnds] = [0, 0];
  for (const { set } of setsOf(dataset)) {
    const dropped = new Set<string>();
    for (const record of set.records) {
      if (record.kind !== 'span' || record.ranges.length === 1) continue;
      discontinuous++;
      if (choice === 'drop') dropped.add(record.id);
    }
    for (const record of set.records) {
      if (record.kind !== 'relation') continue;
      if (dropped.has(record.from) || dropped.has(record.to)) withoutEnds++;
    }
  }
  const losses: readonly Loss[] = [
    {
      what: 'discontinuous spans',
      count: discontinuous,
      why: 'GATE has one range per annotation; what is written of them is an option.',
    },
    {
      what: 'relations without both ends',
      count: withoutEnds,
      why: 'A span at one of their ends is left out.',
    },
  ];
  return losses.filter(({ count }) => count > 0);
}
