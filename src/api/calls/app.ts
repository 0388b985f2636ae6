import type { Annotator } from '#core/model/annotator.ts';

export interface RecentProject {
  readonly path: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
}

/** Colours of the window. The two of high contrast keep to WCAG AAA, the others to AA. */
export type Theme = 'system' | 'light' | 'dark' | 'sepia' | 'contrast' | 'contrast-dark';

/** Preferences kept per machine, outside any project. */
export interface Settings {
  readonly theme: Theme;
  /** Size of the document text in CSS pixels, 10 to 32. */
  readonly textSize: number;
  /** Multiple of the text size, 1.2 to 3. */
  readonly lineHeight: number;
  /** `serif`, `sans`, `mono`, or the family name of a font of this machine. */
  readonly textFont: string;
  /** Length of a line in characters, 50 to 120; 0 for the full width. */
  readonly measure: number;
  /** Whether the lines of the text end flush. */
  readonly justify: boolean;
  /** Zoom of the whole window, 0.5 to 3; 1 is as designed. */
  readonly zoom: number;
  /** Widths in CSS pixels. */
  readonly documentsWidth: number;
  readonly inspectorWidth: number;
  readonly showDocuments: boolean;
  readonly showInspector: boolean;
  readonly snapToWords: boolean;
  /** Names of types above the words: whole, in few letters, or underlines only. */
  readonly chips: 'full' | 'short' | 'none';
  /** Which relations are drawn in the text. */
  readonly relations: 'visible' | 'selected' | 'none';
  /** Tabs, line ends and other characters that cannot be seen are shown by signs. */
  readonly showInvisibles: boolean;
  readonly gutter: 'none' | 'lines' | 'sentences';
  readonly wrapLines: boolean;
  /** The strip that shows where in the document spans are. */
  readonly showMap: boolean;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly settings: Settings;
  /** Who works on this machine; `null` until asked. */
  readonly me: Annotator | null;
  readonly recent: readonly RecentProject[];
  /** Files and folders given on the command line, waiting to be opened. */
  readonly waiting: readonly string[];
}

export type ChoosePurpose =
  | 'documents' // several files
  | 'document-folder'
  | 'project' // an existing project folder
  | 'project-parent' // where to create one
  | 'schema' // a schema file to import
  | 'save-schema' // where to write one
  | 'export-file'
  | 'save-figure'
  | 'save-pdf'
  | 'export-folder';

export interface AppCalls {
  'app.info'(args: null): AppInfo;
  'app.identify'(args: { name: string }): Annotator;
  'app.saveSettings'(args: Partial<Settings>): Settings;
  'app.forgetRecent'(args: { path: string }): null;
  /** Shows the system's dialog. An empty list means that the person changed their mind. */
  'app.choose'(args: { purpose: ChoosePurpose; suggestedName?: string }): readonly string[];
  /** Tells which paths were dropped; the preload script turns `File`s into paths before it sends. */
  'app.drop'(args: { files: readonly string[] }): readonly string[];
  /** Shows a file or folder of the project, or one just written, in the system's file manager. */
  'app.reveal'(args: { path: string }): null;
  'app.copy'(args: { text: string }): null;
  /** Keeps the native menu true: which actions can be done now, and what undo and redo would do. */
  'app.menu'(args: {
    enabled: Readonly<Record<string, boolean>>;
    labels: Readonly<Record<string, string>>;
    checked: Readonly<Record<string, boolean>>;
  }): null;
  /**
   * Lays out a page that needs nothing else on paper, in a hidden window without scripts or network.
   * With a target it writes a PDF there, whole or not at all, over whatever stands there: the dialog
   * has asked. Without, it shows the system's print dialog. Fails with `cancelled` after `app.stopPrint`.
   */
  'app.print'(args: {
    html: string;
    target: string | null;
    paper: 'A4' | 'Letter';
    isLandscape: boolean;
  }): null;
  /** Stops what this window is printing; nothing is written then. */
  'app.stopPrint'(args: null): null;
  'app.newWindow'(args: null): null;
  'app.closeWindow'(args: null): null;
  'app.setTitle'(args: { title: string }): null;
}
