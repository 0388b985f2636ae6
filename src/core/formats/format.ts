import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import type { Dataset } from './dataset.ts';
import type { Loss, LossKind } from './losses.ts';
import type { Pieces } from './pieces.ts';

/** A file as a format reads it: decoded to text, or as bytes where the format is not text. */
export type SourceFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array };

/** A file as a format writes it. */
export interface TargetFile {
  /** Relative to the chosen folder, with `/` between folders; safe on every system. */
  readonly path: string;
  /** The contents in pieces, made when they are asked for; strings are written as UTF-8. */
  parts(): Iterable<string | Uint8Array>;
}

/** Why a file could not be read, or a dataset not be written. `place` has file and line. */
export type FormatError = Problem<'invalid-file' | 'newer-format' | 'bad-option'>;

/** One choice that a person has about a format. */
export interface FormatOption {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly default: string;
}

/** The chosen value of each option of the format; all are there (see `completeOptions`). */
export type FormatOptions = Readonly<Record<string, string>>;

/** What a format's offsets count; `chosen` where an option says, `none` where annotations enclose their text. */
export type OffsetUnit = 'code points' | 'UTF-16 code units' | 'tokens' | 'chosen' | 'none';

/** One file format. Adding a format = one folder here, one line in `registry.ts`, one set of tests. */
export interface Format {
  readonly id: string;
  readonly name: string;
  /** One or two sentences: what it is, and what it is good for. */
  readonly description: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /** What its offsets count, in the file. */
  readonly unit: OffsetUnit;
  /** Which versions of it are read and written, and by which programs: `WebAnno TSV 3.2 and 3.3 (INCEpTION)`. */
  readonly versions: string;
  /** What it cannot hold; shown before exporting, and counted on the data by `countLosses`. */
  readonly loses: readonly LossKind[];
  /** What it loses with these options, where that differs from `loses`. */
  losesWith?(options: FormatOptions): readonly LossKind[];
  /** What else these options leave out of this dataset, exactly counted: spans that cut a token. */
  losses?(dataset: Dataset, options: FormatOptions): readonly Loss[];
  /** Set where what `losses` counts in one document depends on the others; else counts of documents add up. */
  readonly losesAcross?: true;
  readonly options: readonly FormatOption[];
  /** Choices about reading: offset unit, tag scheme, column. Absent where there are none. */
  readonly readOptions?: readonly FormatOption[];
  /**
   * How likely the file is of this format, judged by its contents: 0 not at all, 1 certainly.
   * Extensions are ambiguous (`.json`, `.tsv`, `.xml`) and break ties only.
   */
  recognizes(head: SourceFile): number;
  /** Its files hold no texts: text files that are given with them are theirs, and read together with them. */
  readonly textsBeside?: true;
  /** How its files can be read piece by piece; absent where all of them are read at once. */
  readonly pieces?: Pieces;
  /** All files of one import together: formats that need several put them together themselves. */
  read?(files: readonly SourceFile[], options: FormatOptions): Result<Dataset, FormatError>;
  write?(dataset: Dataset, options: FormatOptions): Result<readonly TargetFile[], FormatError>;
}
