import type { Schema } from '../model/schema.ts';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';

/** A file that describes a schema, decoded to text. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

export interface SchemaRead {
  readonly schema: Schema;
  /** What the file says and a schema cannot hold, or what was doubtful; each with its line. */
  readonly problems: readonly Problem[];
}

export type SchemaFormatError = Problem<'invalid-file' | 'newer-format'>;

/** One kind of schema file. Adding a kind = one folder here and one line in `registry.ts`. */
export interface SchemaFormat {
  readonly id: string;
  readonly name: string;
  readonly extensions: readonly string[];
  recognizes(file: SchemaFile): boolean;
  /** Fails where nothing can be made of the file; `place` says where. */
  read(file: SchemaFile): Result<SchemaRead, SchemaFormatError>;
  write?(schema: Schema): string;
}
