import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { DocumentLabel } from '../model/document-label.ts';
import type { AnnotatorId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';

/** One annotator's work on a document, as it is compared with that of others. */
export interface ComparedSet {
  readonly annotatorId: AnnotatorId;
  readonly spans: readonly Span[];
  readonly relations: readonly Relation[];
  readonly labels: readonly DocumentLabel[];
}

/** What of a set is compared; notes and statuses are nobody's to agree on. */
export function comparedSet(
  annotatorId: AnnotatorId,
  records: Iterable<AnnotationRecord>,
): ComparedSet {
  const spans: Span[] = [];
  const relations: Relation[] = [];
  const labels: DocumentLabel[] = [];
  for (const record of records) {
    if (record.kind === 'span') spans.push(record);
    else if (record.kind === 'relation') relations.push(record);
    else if (record.kind === 'label') labels.push(record);
  }
  return { annotatorId, spans, relations, labels };
}

/** What several annotators say of one thing: at most one record of each of them. */
export interface Item<Member> {
  readonly members: ReadonlyMap<AnnotatorId, Member>;
}
