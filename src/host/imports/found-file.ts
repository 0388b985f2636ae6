import type { ApiError } from '#api/problem.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';

/** A file on the disk or in an archive. */
export interface FoundFile {
  /** Absolute. An entry of an archive has the archive's path before its own. */
  readonly path: string;
  /** Relative to what was given. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Path of the folder or archive that was given; of a single file, its folder. */
  readonly root: string;
  /** Whether a person named this very file. */
  readonly isGiven: boolean;
  /** All of it, at each call. */
  read(): Promise<Result<Uint8Array, ApiError>>;
}

/** Files, and what could not be looked at. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}
