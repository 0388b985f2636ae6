import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Files } from './files.ts';
import type { WriterQueue } from './writer-queue.ts';

/** What the sets of one project share. */
export interface SetEnv {
  readonly files: Files;
  /** Absolute path of the project's folder. */
  readonly folder: string;
  readonly me: Annotator;
  readonly now: () => Date;
  /** All writing to logs goes through it. */
  readonly queue: WriterQueue;
  /** Throws a `StoreError` where this session may not write (any more). */
  readonly guard: () => Promise<void>;
  /** Told after each change of the set, of whatever origin. */
  readonly onChange: (key: SetKey) => void;
  /** Told when the set changed otherwise than by a call for it. */
  readonly onOutside: (key: SetKey, message: string | null) => void;
  /** Told when the last change is, or is not, in the JSON file yet. */
  readonly onDirty: (key: SetKey, isDirty: boolean) => void;
}

/** What is known of a set before its files are opened. */
export interface SetIdentity {
  readonly key: SetKey;
  /** Name by which the project knows its annotator. */
  readonly annotator: Annotator;
  /** The document's text, and its hash as the project has it. */
  readonly text: string;
  readonly textSha256: string;
  /**
   * Somebody else's set: looking at it writes nothing. Only a project-wide action may append to its log,
   * since its files may be about to come in from that person's machine.
   */
  readonly isOthers: boolean;
  /** Why the set may not be written here, whatever its files are; `null` for may. */
  readonly readOnly: string | null;
}
