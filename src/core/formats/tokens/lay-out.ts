import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Range } from '../../model/range.ts';
import type { Span } from '../../model/span.ts';
import type { DatasetDocument } from '../dataset.ts';
import type { TokenRange } from './align.ts';
import { type PlacedSpan, placeSpans, type Unplaced } from './place-spans.ts';
import { groupTokens, joinAcross, sentencesOf } from './sentences.ts';
import type { TokenChoice } from './token-options.ts';
import { tokensOf } from './tokenize.ts';

/** A document as token formats write it. */
export interface Layout {
  readonly tokens: readonly Range[];
  /** None is empty; together they hold all tokens. */
  readonly sentences: readonly TokenRange[];
  /** By beginning, the longer first; none runs across a sentence. */
  readonly spans: readonly PlacedSpan[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Cuts a document into tokens and sentences and puts the spans of one set on them.
 * @param tokens where a format cannot write some that the choice gives.
 */
export function layOut(
  document: DatasetDocument,
  records: readonly AnnotationRecord[],
  choice: TokenChoice,
  tokens: readonly Range[] = tokensOf(document, choice.tokens),
): Layout {
  const { spans, unplaced } = placeSpans(records.filter(isSpan), tokens, choice);
  const groups = groupTokens(tokens, sentencesOf(document, choice.sentences));
  return { tokens, sentences: joinAcross(groups, spans), spans, unplaced };
}

/** Whether a record is a span. */
export function isSpan(record: AnnotationRecord): record is Span {
  return record.kind === 'span';
}
