import type { Change } from '#core/edit/change.ts';
import type { AnnotationRecord, SetKey } from '#core/model/annotation-set.ts';
import type { Range } from '#core/model/range.ts';
import type { Problem } from '#core/problem.ts';
import type { HistoryLine, UndoState } from './project.ts';

/** A set as the window works on it. Offsets in UTF-16 code units. */
export interface OpenSet extends SetKey {
  readonly records: readonly AnnotationRecord[];
  readonly revision: number;
  readonly undo: UndoState;
  /**
   * Quotes that do not match the text, unknown types, dangling relations: shown, never mended in silence.
   * Where one's own set is read-only because of its files, the first one says why.
   */
  readonly problems: readonly Problem[];
  /** Somebody else's set, or a project opened read-only. */
  readonly readOnly: boolean;
  /**
   * Only records near the place that was asked for: to be shown while the set is read whole, and never
   * to be edited. The revision has no meaning then.
   */
  readonly isPart?: true;
}

/** What came of an edit made by the host. */
export interface Applied {
  readonly revision: number;
  readonly change: Change;
  readonly label: string;
  readonly undo: UndoState;
}

export interface AnnotationCalls {
  /**
   * Reads a set; one that does not exist yet is empty, at revision 0.
   * @param args.near (UTF-16) where the window looks first: of a large set, which takes long to read, the
   *   answer may be a part near that place. The set is then asked for again without it.
   */
  'annotations.read'(args: SetKey & { near?: Range | undefined }): OpenSet;
  /**
   * Makes an edit durable: returns once it is on disk.
   * Fails with `stale` when `base` is no longer the stored revision.
   */
  'annotations.commit'(
    args: SetKey & { base: number; label: string; code: string; change: Change },
  ): { readonly revision: number; readonly undo: UndoState };
  /** Takes back the last edit of this set that is not yet taken back. */
  'annotations.undo'(key: SetKey): Applied;
  'annotations.redo'(key: SetKey): Applied;
  'annotations.history'(key: SetKey): readonly HistoryLine[];
  /** The set as it was after the entry `seq` (0: empty). */
  'annotations.at'(args: SetKey & { seq: number }): readonly AnnotationRecord[];
  /** Brings the set back to how it was after `seq`, as a new edit that undo takes back. */
  'annotations.restore'(args: SetKey & { seq: number }): Applied;
}
