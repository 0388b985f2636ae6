import type { ConflictLine } from '#api/calls/merge.ts';
import type { MergeConflict } from '#core/merge/merge-conflict.ts';
import type { Records } from '#core/merge/merge-sets.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import { quoteLine } from '#core/text/quote.ts';

/** Where the conflicts are, and of whom. */
export type ConflictPlace = Pick<ConflictLine, 'documentId' | 'document' | 'annotator'>;

/** Longest words shown, in characters. */
const LONGEST = 200;

/**
 * Conflicts for people to read.
 * @param records the merged set, for the words at the ends of relations.
 */
export function conflictLines(
  conflicts: readonly MergeConflict[],
  place: ConflictPlace,
  { text, records }: { readonly text: string; readonly records: Records },
): readonly ConflictLine[] {
  const words = (record: AnnotationRecord | undefined): string => {
    if (record?.kind === 'span') return quoteLine(text, record.ranges).slice(0, LONGEST);
    if (record?.kind !== 'relation') return '';
    return `${words(records.get(record.from))} → ${words(records.get(record.to))}`;
  };
  return conflicts.map(({ id, reason, field = null, base, ours, theirs }) => ({
    ...place,
    ...{ id, reason, field, words: words(ours ?? theirs ?? base) },
    ours: ours ? described(ours, words(ours)) : null,
    theirs: theirs ? described(theirs, words(theirs)) : null,
  }));
}

function described(record: AnnotationRecord, words: string): string {
  switch (record.kind) {
    case 'span':
    case 'relation': {
      const attributes = Object.entries(record.attributes).map(
        ([name, value]) => `${name}: ${valueText(value)}`,
      );
      const note = record.note === '' ? [] : [`note: ${record.note}`];
      return [`${record.type} ‘${words}’`, ...attributes, ...note].join(', ');
    }
    case 'label':
      return `${record.name}: ${valueText(record.value)}`;
    case 'note':
      return record.text;
    case 'status':
      return record.status;
  }
}

function valueText(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
