import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';

/** What to export. An empty list means all. */
export interface ExportSelection {
  readonly documents: readonly DocumentId[];
  readonly annotators: readonly AnnotatorId[];
  readonly entityTypes: readonly string[];
  readonly relationTypes: readonly string[];
}

export interface FormatOption {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly default: string;
}

export interface FormatInfo {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly extensions: readonly string[];
  /** What it cannot hold, in the words of the loss report. */
  readonly loses: readonly string[];
  readonly options: readonly FormatOption[];
}

export interface ExportRequest {
  readonly format: string;
  readonly selection: ExportSelection;
  readonly options: Readonly<Record<string, string>>;
}

export interface ExportPreview {
  readonly documents: number;
  readonly sets: number;
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
  readonly notes: number;
  /** What will be left out, counted on this data: `12 notes`. Empty where nothing is lost. */
  readonly losses: readonly {
    readonly what: string;
    readonly count: number;
    readonly why: string;
  }[];
  /** Names of the files that would be written, 20 at most, and how many in all. */
  readonly files: readonly string[];
  readonly fileCount: number;
}

/** A figure or page that the window has made, to be written to a file. */
export interface FigureFile {
  readonly format: 'svg' | 'html' | 'png';
  /** The text of the file; of a PNG its bytes in base 64. */
  readonly data: string;
}

export interface ExportCalls {
  /**
   * Writes a figure whole or not at all. Fails with `exists` where a file would be overwritten and
   * `overwrite` is false, with `bad-request` where the data are not of that format.
   */
  'export.figure'(args: FigureFile & { target: string; overwrite: boolean }): null;
  'export.formats'(args: null): readonly FormatInfo[];
  'export.preview'(args: ExportRequest): ExportPreview;
  /**
   * Writes whole or not at all. `target` is a folder, or a file where the format gives one file.
   * Fails with `exists` where a file would be overwritten and `overwrite` is false.
   */
  'export.write'(args: ExportRequest & { target: string; overwrite: boolean; job: string }): {
    readonly files: readonly string[];
    /** What stands in the files, without what the format left out. */
    readonly spans: number;
    readonly relations: number;
  };
}
