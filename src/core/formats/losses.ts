import type { Span } from '../model/span.ts';
import { type Dataset, setsOf } from './dataset.ts';

/** Something that a dataset can have and a format may be unable to hold. */
export type LossKind =
  | 'texts'
  | 'schema'
  | 'annotators'
  | 'relations'
  | 'attributes'
  | 'notes'
  | 'document labels'
  | 'statuses'
  | 'discontinuous spans'
  | 'overlaps';

/** What will be left out of an export, counted on the data at hand. */
export interface Loss {
  /** In the plural, to stand after the count: `notes`. */
  readonly what: string;
  readonly count: number;
  /** A sentence. */
  readonly why: string;
}

/** `12 notes`, `1 overlapping span`: how many were lost of what. */
export function lossWords({ what, count }: Pick<Loss, 'what' | 'count'>): string {
  const one = (noun: string) => (noun === 'statuses' ? 'status' : noun.slice(0, -1));
  return `${count.toLocaleString('en')} ${count === 1 ? what.replace(PLURAL, one) : what}`;
}

/** The noun that is counted: the first plural of these. */
const PLURAL =
  /\b(?:spans|relations|notes|labels|values|definitions|names|texts|statuses|documents|types|attributes|numbers|guidelines)\b/u;

interface LossRule {
  readonly what: string;
  readonly why: string;
  readonly count: (dataset: Dataset) => number;
}

const RULES: Readonly<Record<LossKind, LossRule>> = {
  texts: {
    what: 'texts',
    why: 'The format holds annotations only; their offsets count in the text of the document.',
    count: (dataset) => dataset.documents.length,
  },
  schema: {
    what: 'type definitions',
    why: 'The format holds the names of types, not their colours, keys, constraints and guidelines.',
    count: ({ schema }) =>
      schema.entityTypes.length + schema.relationTypes.length + schema.documentLabels.length,
  },
  annotators: {
    what: 'names of annotators',
    why: 'The format does not say who annotated.',
    count: (dataset) => new Set([...setsOf(dataset)].map(({ set }) => set.annotator.id)).size,
  },
  relations: {
    what: 'relations',
    why: 'The format has no relations.',
    count: (dataset) => countRecords(dataset, (record) => Number(record.kind === 'relation')),
  },
  attributes: {
    what: 'attribute values',
    why: 'The format has no attributes.',
    count: (dataset) =>
      countRecords(dataset, (record) =>
        'attributes' in record ? Object.keys(record.attributes).length : 0,
      ),
  },
  notes: {
    what: 'notes',
    why: 'The format has no notes.',
    count: (dataset) =>
      countRecords(dataset, (record) =>
        Number(record.kind === 'note' || ('note' in record && record.note !== '')),
      ),
  },
  'document labels': {
    what: 'document labels',
    why: 'The format says nothing about a document as a whole.',
    count: (dataset) => countRecords(dataset, (record) => Number(record.kind === 'label')),
  },
  statuses: {
    what: 'statuses',
    why: 'The format does not say how far an annotator is.',
    count: (dataset) => countRecords(dataset, (record) => Number(record.kind === 'status')),
  },
  'discontinuous spans': {
    what: 'discontinuous spans',
    why: 'The format has one range per span.',
    count: (dataset) =>
      countRecords(dataset, (record) => Number(record.kind === 'span' && record.ranges.length > 1)),
  },
  overlaps: {
    what: 'overlapping spans',
    why: 'The format has one label per place; of spans that overlap, the first one stays.',
    count: (dataset) => {
      let count = 0;
      for (const { set } of setsOf(dataset)) {
        count += countOverlapping(set.records.filter((record) => record.kind === 'span'));
      }
      return count;
    },
  },
};

type AnyRecord = Dataset['documents'][number]['sets'][number]['records'][number];

function countRecords(dataset: Dataset, weigh: (record: AnyRecord) => number): number {
  let count = 0;
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) count += weigh(record);
  }
  return count;
}

/** Number of spans that begin before an earlier one has ended; gaps of discontinuous spans count as free. */
function countOverlapping(spans: readonly Span[]): number {
  const pieces = spans
    .flatMap((span) => span.ranges.map((range) => ({ ...range, id: span.id })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const overlapping = new Set<string>();
  let end = 0;
  for (const piece of pieces) {
    if (piece.start < end) overlapping.add(piece.id);
    end = Math.max(end, piece.end);
  }
  return overlapping.size;
}

/** Counts on this data what a format that loses these kinds would leave out. Nothing lost: empty. */
export function countLosses(kinds: readonly LossKind[], dataset: Dataset): readonly Loss[] {
  return kinds
    .map((kind) => ({
      what: RULES[kind].what,
      why: RULES[kind].why,
      count: RULES[kind].count(dataset),
    }))
    .filter((loss) => loss.count > 0);
}
