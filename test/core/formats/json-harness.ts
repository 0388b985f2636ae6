import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';

/** What a test expects to come back of a record: its line, or `null` where it is lost. */
export interface Kept {
  readonly span?: (span: Extract<AnnotationRecord, { kind: 'span' }>) => string;
  readonly relation?: (relation: Extract<AnnotationRecord, { kind: 'relation' }>) => string;
  readonly label?: (label: Extract<AnnotationRecord, { kind: 'label' }>) => string | null;
  readonly note?: boolean;
}

/** A set without ids: one line for each record, in one order; relations tell what their ends are. */
export function linesOf(records: readonly AnnotationRecord[], kept: Kept): readonly string[] {
  const spans = new Map<string, string>();
  for (const record of records) {
    if (record.kind === 'span' && kept.span) spans.set(record.id, kept.span(record));
  }
  const others = records.flatMap((record) => {
    if (record.kind === 'relation' && kept.relation) {
      return [`${kept.relation(record)} (${spans.get(record.from)}) (${spans.get(record.to)})`];
    }
    if (record.kind === 'label') return [kept.label?.(record) ?? null];
    return record.kind === 'note' && kept.note ? [`note ${record.text}`] : [];
  });
  return [...spans.values(), ...others.filter((line) => line !== null)].sort();
}

/** Each set, or document without one, as text with its lines; in one order. */
export function viewOf(
  dataset: Dataset,
  lines: (records: readonly AnnotationRecord[], document: DatasetDocument) => readonly string[],
): readonly string[] {
  return dataset.documents
    .flatMap((document) => {
      const sets = document.sets.length > 0 ? document.sets : [null];
      return sets.map((set) => ({
        name: document.name,
        text: document.text,
        lines: set && lines(set.records, document),
      }));
    })
    .map((one) => JSON.stringify(one))
    .sort();
}
