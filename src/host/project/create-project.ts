import { join } from 'node:path';
import type { Annotator } from '#core/model/annotator.ts';
import { makeId } from '#core/model/ids.ts';
import { FORMAT_VERSION, type ProjectManifest } from '#core/model/project.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { makeFolder, writeDurable } from '../store/durable-file.ts';
import { type Files, nodeFiles } from '../store/files.ts';
import { codeOf, diskError } from '../store/store-error.ts';
import { manifestCodec, schemaCodec } from './project-format.ts';

export interface CreateOptions {
  /** Folder in which the project's folder is made. */
  readonly parent: string;
  readonly name: string;
  readonly me: Annotator;
  readonly now: () => Date;
  readonly random: () => number;
  readonly files?: Files;
}

/**
 * Makes a project folder with the default schema and no documents. Where the name is taken, a number
 * follows it.
 * @returns the absolute path of the folder.
 * @throws {StoreError} `disk`
 */
export async function createProject(options: CreateOptions): Promise<string> {
  const { parent, name, me, now, random, files = nodeFiles } = options;
  const manifest: ProjectManifest = {
    format: 'glossator-project',
    formatVersion: FORMAT_VERSION,
    id: makeId('project-', random),
    name,
    createdAt: now().toISOString(),
    annotators: [me],
    documents: [],
    trash: [],
    revision: 0,
  };
  try {
    await makeFolder(files, parent);
    const folder = await makeFreeFolder(files, parent, folderNameOf(name));
    await writeDurable(
      files,
      join(folder, 'schema.json'),
      await schemaCodec.encode(DEFAULT_SCHEMA),
    );
    // Last: without it the folder is no project.
    await writeDurable(files, join(folder, 'project.json'), await manifestCodec.encode(manifest));
    return folder;
  } catch (error) {
    throw diskError(error, parent, 'Could not make a project in');
  }
}

/** Makes `<parent>/<name>`, or with the next free number. @returns its absolute path. */
export async function makeFreeFolder(files: Files, parent: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = join(parent, n === 1 ? name : `${name} ${n}`);
    try {
      await files.mkdir(folder);
      return folder;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** A project's name as the name of a folder, on every system. */
export function folderNameOf(name: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they cannot be in file names
    .replace(/[<>:"/\\|?*\u0000-\u001f]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '')
    .replace(/^\.+/u, '');
  return plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(plain)
    ? `Project ${plain}`.trim()
    : plain;
}
