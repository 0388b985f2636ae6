import type { AnnotatorId, DocumentId, RecordId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import type { DifferenceKind } from './differences.ts';

/** What one annotator made of a thing. */
export interface Take {
  readonly annotator: AnnotatorId;
  readonly id: RecordId;
  /** The type; of a document label its value. */
  readonly type: string;
  /** Of the span, or of the two spans of a relation; none for labels. In UTF-16 code units. */
  readonly ranges: readonly Range[];
  /** The words it covers, cut where they are many; of a relation `from → to`; none for labels. */
  readonly words: string;
  /** Such as `time past, sure yes`; empty where there are none. */
  readonly attributes: string;
}

/** One thing in one document on which annotators differ. */
export interface Difference {
  readonly document: DocumentId;
  readonly about: 'span' | 'relation' | 'label';
  readonly kinds: readonly DifferenceKind[];
  /** The types that it was given; of a label its name. */
  readonly types: readonly string[];
  /** Whoever is not with the majority; where there is none, whoever marked it. */
  readonly apart: readonly AnnotatorId[];
  /** Where to look for it; `null` for labels. */
  readonly place: Range | null;
  /** In the order of the annotators; those who marked nothing have none. */
  readonly takes: readonly Take[];
}

/** A difference, and in plain words what it is. */
export interface TellingDifference extends Difference {
  readonly sentence: string;
}
