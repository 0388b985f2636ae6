import type { AnnotationRecord } from '../model/annotation-set.ts';
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
  /**
   * The records that are lost, or lose something: the very objects of the dataset. They are shown to the
   * person and can be kept in a separate file. Absent where it is not about records.
   */
  readonly records?: ReadonlySet<AnnotationRecord>;
  /** The option of the format that decides about it, where its name does not tell (see `optionOf`). */
  readonly option?: string;
}

/** `12 notes`, `1 overlapping span`: how many were lost of what. */
export function lossWords({ what, count }: Pick<Loss, 'what' | 'count'>): string {
  const one = (noun: string) => (noun === 'statuses' ? 'status' : noun.slice(0, -1));
  const words =
    count === 1 ? what.replace(PLURAL, one).replace(/ that cut /u, ' that cuts ') : what;
  return `${count.toLocaleString('en')} ${words}`;
}

/** The noun that is counted: the first plural of these. */
const PLURAL =
  /\b(?:spans|relations|notes|labels|values|definitions|names|texts|statuses|documents|types|attributes|numbers|guidelines|characters)\b/u;

interface LossRule {
  readonly what: string;
  readonly why: string;
  /** Of the dataset as a whole. */
  readonly count?: (dataset: Dataset) => number;
  /** Of a set: each record that loses something, and how many things it loses. */
  readonly weigh?: (record: AnnotationRecord) => number;
  /** Of a set: the records that are lost, where that depends on their neighbours. */
  readonly among?: (records: readonly AnnotationRecord[]) => Iterable<AnnotationRecord>;
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
    weigh: (record) => Number(record.kind === 'relation'),
  },
  attributes: {
    what: 'attribute values',
    why: 'The format has no attributes.',
    weigh: (record) => ('attributes' in record ? Object.keys(record.attributes).length : 0),
  },
  notes: {
    what: 'notes',
    why: 'The format has no notes.',
    weigh: (record) => Number(record.kind === 'note' || ('note' in record && record.note !== '')),
  },
  'document labels': {
    what: 'document labels',
    why: 'The format says nothing about a document as a whole.',
    weigh: (record) => Number(record.kind === 'label'),
  },
  statuses: {
    what: 'statuses',
    why: 'The format does not say how far an annotator is.',
    weigh: (record) => Number(record.kind === 'status'),
  },
  'discontinuous spans': {
    what: 'discontinuous spans',
    why: 'The format has one range per span.',
    weigh: (record) => Number(record.kind === 'span' && record.ranges.length > 1),
  },
  overlaps: {
    what: 'overlapping spans',
    why: 'The format has one label per place; of spans that overlap, the first one stays.',
    among: overlapping,
  },
};

/** Spans that begin before an earlier one has ended; gaps of discontinuous spans count as free. */
function overlapping(records: readonly AnnotationRecord[]): ReadonlySet<AnnotationRecord> {
  const pieces = records
    .filter((record) => record.kind === 'span')
    .flatMap((span) => span.ranges.map((range) => ({ ...range, span })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found = new Set<Span>();
  let end = 0;
  for (const { start, end: last, span } of pieces) {
    if (start < end) found.add(span);
    end = Math.max(end, last);
  }
  return found;
}

/** Counts on this data what a format that loses these kinds would leave out. Nothing lost: empty. */
export function countLosses(kinds: readonly LossKind[], dataset: Dataset): readonly Loss[] {
  return kinds.map((kind) => countLoss(RULES[kind], dataset)).filter((loss) => loss.count > 0);
}

function countLoss({ what, why, count, weigh, among }: LossRule, dataset: Dataset): Loss {
  if (count) return { what, why, count: count(dataset) };
  const records = new Set<AnnotationRecord>();
  let sum = 0;
  for (const { set } of setsOf(dataset)) {
    for (const record of among?.(set.records) ?? set.records) {
      const weight = weigh?.(record) ?? 1;
      if (weight === 0) continue;
      records.add(record);
      sum += weight;
    }
  }
  return { what, why, count: sum, records };
}
