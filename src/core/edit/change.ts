import type { AnnotationRecord, SetKey } from '../model/annotation-set.ts';
import type { Annotator } from '../model/annotator.ts';
import type { DocumentEntry } from '../model/document.ts';
import type { RecordId } from '../model/ids.ts';
import type { Schema } from '../model/schema.ts';
import type { Migration } from './schema/migration.ts';

/** What an edit did to the records of one set. Undo swaps `added` with `removed`, before with after. */
export interface Change {
  readonly added: Readonly<Record<RecordId, AnnotationRecord>>;
  readonly updated: Readonly<Record<RecordId, readonly [AnnotationRecord, AnnotationRecord]>>;
  readonly removed: Readonly<Record<RecordId, AnnotationRecord>>;
}

/** The change that changes nothing. */
export const NO_CHANGE: Change = { added: {}, updated: {}, removed: {} };

/** What an edit did to the project as a whole: schema, document list, and any number of sets. */
export interface ProjectChange {
  /** Name of the project, before and after. */
  readonly name?: readonly [string, string];
  readonly schema?: readonly [Schema, Schema];
  readonly documents?: {
    readonly added: readonly DocumentEntry[];
    readonly removed: readonly DocumentEntry[];
    readonly updated: readonly (readonly [DocumentEntry, DocumentEntry])[];
  };
  /** People who are new to the project. They stay listed when the action is taken back. */
  readonly annotators?: readonly Annotator[];
  /**
   * Up to which line of the other's log sets were merged: that state is what both have in common when they
   * are merged again. `sum` is that line's checksum; for a set without a log, the SHA-256 of its file.
   */
  readonly merged?: readonly (SetKey & { readonly seq: number; readonly sum: string })[];
  readonly sets?: readonly (SetKey & { readonly change: Change })[];
  /**
   * How sets follow the schema. Their parts are not written out in `sets`: they follow from this, and
   * stand in the sets' own logs under the action's number.
   */
  readonly migrations?: readonly Migration[];
  /** Sets that have a part in the action which `sets` does not hold. */
  readonly touched?: readonly SetKey[];
  /**
   * Entity and relation types that exist only after this change, with the type each stood in for before.
   * Undo gives annotations made since with a new type their old one.
   */
  readonly fallback?: {
    readonly entityTypes: Readonly<Record<string, string>>;
    readonly relationTypes: Readonly<Record<string, string>>;
  };
}
