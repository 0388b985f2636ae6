import type { PartName } from '#core/exchange/export-split.ts';
import type { OffsetUnit } from '#core/formats/format.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Range } from '#core/model/range.ts';

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
  /** What its offsets count. */
  readonly unit: OffsetUnit;
  /** Which versions of it are written, and which programs read them. */
  readonly versions: string;
  /** What it cannot hold, in the words of the loss report. */
  readonly loses: readonly string[];
  readonly options: readonly FormatOption[];
}

/** Documents spread over parts for training, development and testing (see `core/exchange/export-split.ts`). */
export interface ExportSplit {
  /** Percentages; together 100. */
  readonly percent: Readonly<Record<PartName, number>>;
  /** A whole number; the same gives the same split. */
  readonly seed: number;
  /**
   * `folders`: `train/letters.conll`. `names`: `letters.train.conll`; where a part has several files, which may
   * name each other, folders too.
   */
  readonly layout: 'folders' | 'names';
}

export interface ExportRequest {
  readonly format: string;
  readonly selection: ExportSelection;
  readonly options: Readonly<Record<string, string>>;
  readonly split?: ExportSplit | undefined;
  /** What becomes of what the format cannot hold; not given: it is left out. */
  readonly leftOut?: 'drop' | 'separate-file' | undefined;
}

/** What will be left out, counted on this data. */
export interface ExportLoss {
  readonly what: string;
  readonly count: number;
  readonly why: string;
  /** The option of the format that decides about it; `null` where there is none. */
  readonly option: string | null;
  /** Whether it is about annotations that can be shown. */
  readonly hasPlaces: boolean;
}

/** A place of the data that loses something. */
export interface LossPlace {
  readonly documentId: DocumentId;
  readonly documentName: string;
  readonly annotatorId: AnnotatorId;
  /** Of the text, in UTF-16; `null` where it is about the document as a whole. */
  readonly range: Range | null;
  /** The words there, or what else shows what is lost; short. */
  readonly words: string;
}

/** How much goes into one part of a split. */
export interface ExportPart {
  readonly name: PartName;
  readonly documents: number;
  readonly spans: number;
  readonly relations: number;
}

export interface ExportPreview {
  readonly documents: number;
  readonly sets: number;
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
  readonly notes: number;
  /** What will be left out, counted on this data: `12 notes`. Empty where nothing is lost. */
  readonly losses: readonly ExportLoss[];
  /** Names of the files that would be written, 20 at most, and how many in all; without that of what is left out. */
  readonly files: readonly string[];
  readonly fileCount: number;
  /** Name of the file with what the format loses; `null` where none was asked for or nothing is lost. */
  readonly leftOutFile: string | null;
  /** Empty where there is no split. */
  readonly parts: readonly ExportPart[];
}

/** A figure or page that the window has made, to be written to a file. */
export interface FigureFile {
  readonly format: 'svg' | 'html' | 'png';
  /** The text of the file; of a PNG its bytes in base 64. */
  readonly data: string;
}

/** What was written. */
export interface ExportSummary {
  readonly files: readonly string[];
  readonly documents: number;
  /** What stands in the files, without what the format left out. */
  readonly spans: number;
  readonly relations: number;
  readonly losses: readonly ExportLoss[];
  /** Where what the format lost was kept, also among `files`, and how many records; `null` for nowhere. */
  readonly leftOut: { readonly file: string; readonly records: number } | null;
  readonly parts: readonly ExportPart[];
}

export interface ExportCalls {
  /**
   * Writes a figure whole or not at all. Fails with `exists` where a file would be overwritten and
   * `overwrite` is false, with `bad-request` where the data are not of that format.
   */
  'export.figure'(args: FigureFile & { target: string; overwrite: boolean }): null;
  'export.formats'(args: null): readonly FormatInfo[];
  /**
   * Counts what would be written and left out. Sends `job.progress`; fails with `cancelled` after `job.cancel`.
   * With `reuse`, the data that the last preview of the same selection read may be counted again.
   */
  'export.preview'(
    args: ExportRequest & { job: string; reuse?: boolean | undefined },
  ): ExportPreview;
  /** The first places, 50 at most, that a loss of the preview is about. Empty where it is about no record. */
  'export.places'(
    args: ExportRequest & { loss: { what: string; why: string }; job: string },
  ): readonly LossPlace[];
  /**
   * Writes whole or not at all. `target` is a folder, or a file where the format gives one file. Fails with
   * `exists` where a file would be overwritten and `overwrite` is false; with `overwriteTarget`, the target
   * itself may be, for the system's dialog has asked.
   */
  'export.write'(
    args: ExportRequest & {
      target: string;
      overwrite: boolean;
      overwriteTarget?: boolean | undefined;
      job: string;
    },
  ): ExportSummary;
}
