import { basename, join } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { ChoosePurpose } from '#api/calls/app.ts';
import { READERS } from '#host/imports/readers.ts';

type Open = Pick<OpenDialogOptions, 'title' | 'properties' | 'filters'>;

const ALL_FILES = { name: 'All files', extensions: ['*'] };

/** Extensions of all that can be read; what a file is, its contents tell. */
const READ = [...new Set([...READERS.flatMap(({ info }) => info.extensions), 'zip'])];

/** Purposes for which a name is chosen that need not exist yet. */
const SAVE = {
  'save-schema': 'Save the schema',
  'export-file': 'Export',
  'save-figure': 'Save the figure',
  'save-pdf': 'Save as PDF',
} as const satisfies Partial<Record<ChoosePurpose, string>>;

const isSave = (purpose: ChoosePurpose): purpose is keyof typeof SAVE => purpose in SAVE;

const OPEN: Readonly<Record<Exclude<ChoosePurpose, keyof typeof SAVE>, Open>> = {
  documents: {
    title: 'Choose documents or annotations',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Documents and annotations', extensions: READ },
      { name: 'Text and Markdown', extensions: ['txt', 'text', 'md', 'markdown'] },
      ALL_FILES,
    ],
  },
  'document-folder': {
    title: 'Choose a folder of documents or annotations',
    properties: ['openDirectory'],
  },
  project: { title: 'Choose a project folder', properties: ['openDirectory'] },
  'project-parent': {
    title: 'Choose where to keep the project',
    properties: ['openDirectory', 'createDirectory'],
  },
  schema: {
    title: 'Choose a schema',
    properties: ['openFile'],
    filters: [{ name: 'Schemas', extensions: ['json', 'conf', 'xml'] }, ALL_FILES],
  },
  'export-folder': {
    title: 'Choose where to write the export',
    properties: ['openDirectory', 'createDirectory'],
  },
};

/**
 * Shows the system's dialog for a purpose.
 *
 * @param folder where a dialog to save starts.
 * @returns the paths chosen; none where the person changed their mind.
 */
export async function choose(
  browser: BrowserWindow,
  purpose: ChoosePurpose,
  suggestedName: string | undefined,
  folder: string,
): Promise<readonly string[]> {
  if (!isSave(purpose)) {
    const { canceled, filePaths } = await dialog.showOpenDialog(browser, OPEN[purpose]);
    return canceled ? [] : filePaths;
  }
  const { canceled, filePath } = await dialog.showSaveDialog(browser, {
    title: SAVE[purpose],
    defaultPath: join(folder, basename(suggestedName ?? 'glossator.json')),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? [] : [filePath];
}
