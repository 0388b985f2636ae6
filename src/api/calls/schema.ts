import type { Migration } from '#core/edit/schema/migration.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';

/** How much of the project an edit of the schema touches. */
export interface MigrationPreview {
  readonly documents: number;
  readonly sets: number;
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
  /** Attribute values that are lost to annotations which themselves stay. */
  readonly valuesGone: number;
  /** Up to five quotes of annotations concerned, with their documents. */
  readonly examples: readonly { readonly document: string; readonly quote: string }[];
}

export interface SchemaCalls {
  /**
   * Replaces the schema, and carries all annotations along by `migrations` in order; one action, one undo.
   * Refused where annotations would be left with a type or label that does not exist.
   */
  'schema.edit'(args: { label: string; schema: Schema; migrations: readonly Migration[] }): {
    readonly schema: Schema;
  };
  /** Counts what the migrations would change; writes nothing. */
  'schema.preview'(args: { migrations: readonly Migration[] }): MigrationPreview;
  /** Reads a schema file: our JSON, brat's `annotation.conf`, Label Studio's labeling XML. Applies nothing. */
  'schema.readFile'(args: { path: string }): {
    readonly format: string;
    readonly schema: Schema;
    readonly problems: readonly Problem[];
  };
  'schema.writeFile'(args: { path: string; overwrite: boolean }): null;
}
