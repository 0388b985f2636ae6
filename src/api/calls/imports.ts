import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry, Encoding } from '#core/model/document.ts';
import type { Heading } from '#core/model/document-details.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import type { Problem } from '#core/problem.ts';
import type { FormatOption } from './exports.ts';

/** A way to read files: a dataset format (`brat`), or a kind of document (`text`, `docx`, `table`). */
export interface ReaderInfo {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Whether it brings annotations, or documents only. */
  readonly kind: 'dataset' | 'documents';
  readonly extensions: readonly string[];
}

/** One file of a source. Entries of an archive have paths like `/home/anna/all.zip/news/a.txt`. */
export interface ImportFile {
  /** Absolute; names the file in choices. */
  readonly path: string;
  /** Relative to what was dropped, for people. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Of text files; `null` for others. */
  readonly encoding: Encoding | null;
  /** The same bytes in each encoding that could be meant, where UTF-8 does not hold. Empty otherwise. */
  readonly encodings: readonly { readonly encoding: Encoding; readonly preview: string }[];
  /** Why it cannot be read as it stands; `null` for fine. */
  readonly problem: Problem | null;
}

/** Files that are read together, by one reader. */
export interface ImportSource {
  readonly id: string;
  /** `letters.zip`, `corpus`, `notes.docx`. */
  readonly name: string;
  readonly reader: string;
  /** How likely it is of that reader, judged by content: 0 to 1. */
  readonly confidence: number;
  /** Other readers that could be meant, likeliest first; any reader may be chosen all the same. */
  readonly others: readonly { readonly reader: string; readonly confidence: number }[];
  /** Choices about reading, such as the column of the text; they depend on the reader and on the data. */
  readonly options: readonly FormatOption[];
  readonly files: readonly ImportFile[];
  /** What belongs to these files and is not there: the text of `a.ann`, the type system. */
  readonly missing: readonly Problem[];
}

/** What `import.look` found. The host keeps it under `ticket` until `import.close`. */
export interface ImportLook {
  readonly ticket: string;
  readonly sources: readonly ImportSource[];
  /** Files that nothing here can read, damaged archives, …; 1,000 at most. */
  readonly problems: readonly Problem[];
}

/** What the person decided about one source. Sources without a choice are taken as they were found. */
export interface SourceChoice {
  readonly source: string;
  /** Reads it with another reader. */
  readonly reader?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** By path of the file. */
  readonly encodings?: Readonly<Record<string, Encoding>>;
  /** Paths of files left out; all of them: the source is not imported. */
  readonly without?: readonly string[];
}

export interface ImportChoice {
  /**
   * `new`: as into an empty project with the schema that new projects have, whatever is open. So it is
   * also where no project is open. Left out: into the open project. `import.apply` does not look at it:
   * the window makes and opens the new project first.
   */
  readonly into?: 'new';
  readonly sources: readonly SourceChoice[];
  /** Names without an entry are mapped as `ImportPreview.suggested` says. */
  readonly mapping: ImportMapping | null;
  /** Whose the sets of each incoming annotator become. Without an entry: as the file says. */
  readonly annotators: Readonly<Record<AnnotatorId, Annotator>>;
  /** Adds a document again although the project has its text, by `PreviewDocument.key`. */
  readonly copies: readonly string[];
  /** Documents left out, by `PreviewDocument.key`. */
  readonly without: readonly string[];
}

/** A document as it would come in. */
export interface PreviewDocument {
  readonly key: string;
  readonly source: string;
  /** Path of the file that has its text, so that a file in the list finds its documents. */
  readonly file: string;
  readonly name: string;
  /** In code points. */
  readonly length: number;
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
  /** The document of the project (or, before it, of this list) with the same text. */
  readonly same: { readonly name: string; readonly id: DocumentId | null } | null;
  /**
   * What becomes of it: a new document; annotations for the one with the same text; or nothing, since
   * all of it is there already. It is `new` where `copies` names it; `without` changes nothing of it:
   * documents left out stay in the list and are not counted.
   */
  readonly fate: 'new' | 'receives' | 'known';
}

/** How often the incoming data use a name. */
export interface IncomingUse {
  readonly name: string;
  readonly count: number;
  /** Its attributes, and how many annotations have a value. */
  readonly attributes: readonly { readonly name: string; readonly count: number }[];
}

/** What an import would do. Nothing is written yet. */
export interface ImportPreview {
  /** Sources as they are read now: their reader, options and files may differ from `ImportLook`. */
  readonly sources: readonly ImportSource[];
  readonly counts: {
    /** New ones. */
    readonly documents: number;
    /** Documents of the project that receive sets. */
    readonly receiving: number;
    /** Texts that are there already and bring nothing. */
    readonly known: number;
    readonly sets: number;
    readonly spans: number;
    readonly relations: number;
    readonly labels: number;
    readonly notes: number;
    /** Annotations left out by the mapping. */
    readonly leftOut: number;
    /** Annotations that are there already, word for word. */
    readonly already: number;
  };
  /** 1,000 at most; `documentCount` has all. */
  readonly documents: readonly PreviewDocument[];
  readonly documentCount: number;
  readonly incoming: {
    readonly entityTypes: readonly IncomingUse[];
    readonly relationTypes: readonly IncomingUse[];
    readonly documentLabels: readonly IncomingUse[];
  };
  /** What `mapping: null` means. */
  readonly suggested: ImportMapping;
  /** The project's schema after the import. */
  readonly schema: Schema;
  /** What the import adds to the schema, in sentences: `New entity type ‘Gene’`. */
  readonly schemaChanges: readonly string[];
  readonly annotators: readonly {
    readonly annotator: Annotator;
    readonly sets: number;
    readonly spans: number;
  }[];
  /** Everything that is not read as it stands, each with file, place and reason; 1,000 at most. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** The beginning of a document as it would come in. Offsets in UTF-16 code units. */
export interface PreviewText {
  /** 20,000 code units at most. */
  readonly text: string;
  readonly isCut: boolean;
  /** Spans inside that stretch, of all incoming annotators. */
  readonly spans: readonly Span[];
  readonly headings: readonly Heading[];
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ImportCalls {
  'import.readers'(args: null): readonly ReaderInfo[];
  /**
   * Looks at files, folders (recursively) and archives, recognises what they are by their contents, and
   * puts together what belongs together. Needs no open project. Sends `job.progress`; `job.cancel` stops it.
   */
  'import.look'(args: { paths: readonly string[]; job: string }): ImportLook;
  /** Reads everything as chosen, and tells what would come of it. */
  'import.preview'(args: { ticket: string; choice: ImportChoice; job: string }): ImportPreview;
  'import.text'(args: {
    ticket: string;
    choice: ImportChoice;
    key: string;
    job: string;
  }): PreviewText;
  /**
   * Imports all or nothing, as one project-wide action that undo takes back: documents, sets and schema.
   * Documents that the project has already (same text) receive the sets instead of a copy.
   * @returns the new documents, and those that received sets.
   */
  'import.apply'(args: { ticket: string; choice: ImportChoice; job: string }): {
    readonly added: readonly DocumentEntry[];
    readonly received: readonly DocumentId[];
    readonly spans: number;
    readonly relations: number;
  };
  /** Forgets what was looked at. */
  'import.close'(args: { ticket: string }): null;
}
