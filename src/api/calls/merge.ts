import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import type { ConflictReason } from '#core/merge/merge-conflict.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { AnnotatorId, DocumentId, RecordId } from '#core/model/ids.ts';
import type { Problem } from '#core/problem.ts';

/** What is merged into the open project, and how. */
export interface MergeChoice {
  /** Absolute paths: project folders, packets, and JSON files of sets; merged in this order. */
  readonly others: readonly string[];
  /** People there who are the same as people here: ids there, with the ids here. */
  readonly join: Readonly<Record<AnnotatorId, AnnotatorId>>;
  /** How names of types are brought into the schema; what it lacks, and `null`: as suggested. */
  readonly mapping: ImportMapping | null;
}

/** A place where two sides could not both have their way; a person may want to look. */
export interface ConflictLine {
  readonly documentId: DocumentId;
  /** Name of the document. */
  readonly document: string;
  readonly annotator: Annotator;
  readonly id: RecordId;
  readonly reason: ConflictReason;
  /** Such as `type` or `attributes.sure`; of `both-changed` only. */
  readonly field: string | null;
  /** The words concerned; empty for labels and notes. */
  readonly words: string;
  /** How it stands here and there, in words; `null`: deleted. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** What becomes of one set that is there. */
export interface MergedSetLine {
  readonly documentId: DocumentId;
  readonly document: string;
  readonly annotator: Annotator;
  /** `new`: nobody had one here. `changed`: it changes. `same`: it stays as it is. */
  readonly fate: 'new' | 'changed' | 'same';
  /** Records that only one side touched since both were the same, and those that both touched. */
  readonly here: number;
  readonly there: number;
  readonly both: number;
  /** What the merge does to the set here. */
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  /** Records made alike on both sides; one of each two stays. */
  readonly twins: number;
  readonly conflicts: number;
}

/** What a merge does, or did. */
export interface MergePlan {
  readonly documents: {
    readonly added: readonly { readonly id: DocumentId; readonly name: string }[];
    /** Documents that both have: known by their id, by their text alone. */
    readonly matched: number;
    readonly byText: number;
    readonly onlyHere: number;
    /** In the trash here: they stay there. */
    readonly trashed: readonly string[];
  };
  /** All sets that are there. */
  readonly sets: readonly MergedSetLine[];
  /** Sets that are here and not there. */
  readonly setsOnlyHere: number;
  readonly people: {
    readonly added: readonly Annotator[];
    readonly sameNames: readonly { readonly theirs: Annotator; readonly ours: Annotator }[];
    readonly joined: readonly { readonly theirs: Annotator; readonly ours: Annotator }[];
  };
  readonly schema: {
    /** What is added to the schema, in sentences. */
    readonly added: readonly string[];
    /** What is defined otherwise there, in sentences; what is here stays. */
    readonly differences: readonly string[];
  };
  readonly conflicts: readonly ConflictLine[];
  /** What cannot be merged, such as a damaged set: each is left out. */
  readonly problems: readonly Problem[];
  /** Whether the merge changes anything here. */
  readonly isChange: boolean;
}

export interface MergeCalls {
  /** Says what merging would do, and changes nothing. */
  'merge.plan'(args: { choice: MergeChoice; job: string }): MergePlan;
  /** Merges, as one project-wide action; answers what was done. */
  'merge.apply'(args: { choice: MergeChoice; job: string }): MergePlan;
  /** Copies of sets that a program which syncs folders left beside the sets of the open project: paths. */
  'merge.copies'(args: null): readonly string[];
}
