import { zlibSync } from 'fflate';
import { offsetsOf } from '../../text/offsets.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { StringStore } from './hash.ts';
import { type Packable, packMessage } from './msgpack.ts';
import { type DocPlan, planDoc } from './plan-doc.ts';

/** Numbers of the attributes of tokens: ORTH, ENT_IOB, ENT_TYPE. */
const ATTRIBUTES = [65, 77, 78];
/** Values of ENT_IOB. */
const INSIDE = 1n;
const OUTSIDE = 2n;
const BEGIN = 3n;
const UNKNOWN = 0n;
/** Key of the group of spans that spaCy’s span categorizer reads. */
const GROUP = 'sc';

/** Writes one file for each annotator. */
export function writeDocbin(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.spacy`,
    parts: () => [docbinOf(documents, options)],
  }));
}

/** All documents as a DocBin of the version 0.1 (`spacy/tokens/_serialize.py`). */
function docbinOf(documents: readonly DocumentOfOne[], options: FormatOptions): Uint8Array {
  const store = new StringStore();
  store.numberOf('');
  const plans = documents.map((one) => ({ ...one, plan: planDoc(one, options) }));
  const count = plans.reduce((sum, { plan }) => sum + plan.words.length, 0);
  const tokens = new DataView(new ArrayBuffer(count * ATTRIBUTES.length * 8));
  const spaces = new Uint8Array(count);
  const lengths = new DataView(new ArrayBuffer(plans.length * 4));
  let row = 0;
  for (const [i, { document, plan }] of plans.entries()) {
    lengths.setInt32(i * 4, plan.words.length, true);
    const text = document.text.toWellFormed();
    const { iob, types } = entityColumns(plan, document.sets.length > 0, store);
    for (const [j, { start, end, hasSpace }] of plan.words.entries()) {
      const at = row * ATTRIBUTES.length * 8;
      tokens.setBigUint64(at, store.numberOf(text.slice(start, end)), true);
      tokens.setBigUint64(at + 8, iob[j] ?? OUTSIDE, true);
      tokens.setBigUint64(at + 16, types[j] ?? 0n, true);
      spaces[row] = Number(hasSpace);
      row++;
    }
  }
  const groups = plans.map((one) => groupsOf(one, options, store));
  const message = new Map<string, Packable>([
    ['version', '0.1'],
    ['attrs', ATTRIBUTES],
    ['tokens', new Uint8Array(tokens.buffer)],
    ['spaces', spaces],
    ['lengths', new Uint8Array(lengths.buffer)],
    ['strings', store.strings()],
    [
      'cats',
      plans.map(({ plan }) => new Map(plan.categories.map((name) => [name, Float64Array.of(1)]))),
    ],
    ['flags', plans.map(() => new Map([['has_unknown_spaces', false]]))],
    ['span_groups', groups],
    [
      'user_data',
      plans.map(({ document }) => packMessage(new Map([['name', document.name.toWellFormed()]]))),
    ],
  ]);
  return zlibSync(packMessage(message));
}

/** ENT_IOB and ENT_TYPE of each word. Where nobody annotated, nothing is known of any. */
function entityColumns({ words, entities }: DocPlan, isAnnotated: boolean, store: StringStore) {
  const iob: bigint[] = words.map(() => (isAnnotated ? OUTSIDE : UNKNOWN));
  const types: bigint[] = [];
  for (const { from, to, span } of entities) {
    const type = store.numberOf(span.type.toWellFormed());
    for (let word = from; word < to; word++) {
      iob[word] = word === from ? BEGIN : INSIDE;
      types[word] = type;
    }
  }
  return { iob, types };
}

/** The groups of spans of a document: all spans, overlapping ones too, or none. */
function groupsOf(
  { document, plan }: DocumentOfOne & { readonly plan: DocPlan },
  options: FormatOptions,
  store: StringStore,
): Uint8Array {
  if (options['groups'] === 'none' || plan.spans.length === 0) return new Uint8Array();
  const offsets = offsetsOf(document.text);
  const spans = plan.spans.map(({ from, to, span }) => {
    // Identifier, identifier in a knowledge base, label; words; characters: all big-endian.
    const view = new DataView(new ArrayBuffer(40));
    view.setBigUint64(16, store.numberOf(span.type.toWellFormed()));
    view.setInt32(24, from);
    view.setInt32(28, to);
    view.setInt32(32, offsets.toCodePoints(plan.words[from]?.start ?? 0));
    view.setInt32(36, offsets.toCodePoints(plan.words[to - 1]?.end ?? 0));
    return new Uint8Array(view.buffer);
  });
  const group = new Map<string, Packable>([
    ['name', GROUP],
    ['attrs', new Map()],
    ['spans', spans],
  ]);
  return packMessage(new Map([[packMessage(group), [GROUP]]]));
}
