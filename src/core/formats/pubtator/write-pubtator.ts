import { type Dataset, setsOf } from '../dataset.ts';
import { uniqueNames } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { Loss } from '../losses.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { parseBlocks } from './parse-block.ts';
import { isColumn, planDocument, splitText, typeName } from './plan-document.ts';
import { readBlock } from './read-block.ts';
import { PUBTATOR, unitOf } from './read-pubtator.ts';

/** Writes one file for each annotator. */
export function writePubtator(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.PubTator`,
    parts: () => blocksOf(documents, options),
  }));
}

function* blocksOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  const unique = uniqueNames();
  let isOpen = false;
  for (const [i, one] of documents.entries()) {
    const number = String(i + 1);
    const name = options['ids'] === 'numbers' ? number : idOf(one.document.name) || number;
    // One document may well stand twice in a file that comes from elsewhere.
    const isOwn = carriedJson(one.document, PUBTATOR) !== undefined;
    const id = isOwn ? name : unique(name).replaceAll(' ', '');
    const kept = id === idOf(one.document.name) ? unchanged(one, options) : undefined;
    if (isOpen) yield '\n';
    if (kept === undefined) yield* linesOf(one, id, options);
    else yield kept.endsWith('\n') ? kept : `${kept}\n`;
    isOpen = kept === undefined || !/\n\r?\n$/u.test(kept);
  }
}

/** A name without what would end it: strokes, blanks and tabs. */
function idOf(name: string): string {
  return name.replace(/[\s|\p{Cc}]+/gu, '_');
}

/** The lines as they were read, where they still say what the records say. */
function unchanged(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
): string | undefined {
  const carried = carriedJson(document, PUBTATOR);
  const unit = unitOf(options);
  if (!carried || (unit !== 'auto' && unit !== carried.reading)) return undefined;
  const [block, ...more] = parseBlocks(carried.raw);
  if (!block || more.length > 0) return undefined;
  const reading = carried.reading === 'utf-16' ? 'utf-16' : 'code-points';
  const read = readBlock(block, reading);
  const isSame = read.text === document.text && sameRecords(read.records, records);
  return isSame ? carried.raw : undefined;
}

function* linesOf(
  { document, records }: DocumentOfOne,
  id: string,
  options: FormatOptions,
): Generator<string> {
  const plan = planDocument(document.text, records, options);
  const places = new OffsetPlaces(
    document.text,
    unitOf(options) === 'utf-16' ? 'utf-16' : 'code-points',
  );
  yield `${id}|t|${plan.title}\n${id}|a|${plan.abstract}\n`;
  for (const { span, range, identifier, parts } of plan.mentions) {
    const [start, end] = [places.write(range.start), places.write(range.end)];
    const words = plan.text.slice(range.start, range.end);
    const columns = [id, start, end, words, typeName(span.type), identifier];
    yield `${(parts === '' ? columns : [...columns, parts]).join('\t')}\n`;
  }
  for (const { relation, from, to, novelty } of plan.relations) {
    const columns = [id, typeName(relation.type), from, to];
    yield `${(novelty === '' ? columns : [...columns, novelty]).join('\t')}\n`;
  }
}

/** What PubTator cannot hold of this dataset with these options. */
export function pubtatorLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [attributes, discontinuous, withoutEnds, moved, names, texts] = [0, 0, 0, 0, 0, 0];
  for (const { document, set } of setsOf(dataset)) {
    const plan = planDocument(document.text, set.records, options);
    withoutEnds += plan.withoutEnds;
    moved += plan.moved;
    for (const record of set.records) {
      if (record.kind === 'span' && record.ranges.length > 1) discontinuous++;
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      if (typeName(record.type) !== record.type) names++;
      const entries = Object.entries(record.attributes);
      attributes += entries.filter(([name, value]) => !isColumn(record, name, value)).length;
    }
  }
  for (const { text } of dataset.documents) {
    const { title, abstract } = splitText(text);
    if ((abstract === '' ? title : `${title}\n${abstract}`) !== text) texts++;
  }
  const losses: readonly Loss[] = [
    {
      what: 'attribute values',
      count: attributes,
      why: 'Mentions have an identifier and parts, relations a novelty; there are no other columns.',
    },
    {
      what: 'discontinuous spans',
      count: discontinuous,
      why: 'The format has one range per span; what is written of them is an option.',
    },
    {
      what: 'relations without both ends',
      count: withoutEnds,
      why: 'A span at one of their ends is left out.',
    },
    {
      what: 'relations of later mentions',
      count: moved,
      why: 'Relations are between concepts: they are read again as ones of the first mentions.',
    },
    { what: 'names that have tabs or line breaks', count: names, why: 'They would end a column.' },
    {
      what: 'texts of other than two lines',
      count: texts,
      why: 'Title and abstract are one line each: other line breaks and tabs become blanks.',
    },
  ];
  return losses.filter(({ count }) => count > 0);
}
