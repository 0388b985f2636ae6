import { basename, join } from 'node:path';
import {
  makeFolder,
  renamePatiently,
  stampOf,
  syncFolder,
  writeDurable,
} from '../store/durable-file.ts';
import { type Files, nodeFiles } from '../store/files.ts';
import { diskError } from '../store/store-error.ts';

/**
 * Copies the sample project to the person's documents folder, once: a copy that is there is kept.
 * @returns the absolute path of the copy.
 * @throws {StoreError} `disk`
 */
export async function copySample(
  sampleFolder: string,
  documentsFolder: string,
  name: string,
  files: Files = nodeFiles,
): Promise<string> {
  const target = join(documentsFolder, name);
  try {
    if (await stampOf(files, join(target, 'project.json'))) return target;
    const taken = await stampOf(files, target);
    const folder = taken ? join(documentsFolder, `${name} (sample project)`) : target;
    if (taken && (await stampOf(files, join(folder, 'project.json')))) return folder;
    const partial = join(documentsFolder, `.${basename(folder)}.incoming`);
    await files.rm(partial, { recursive: true, force: true });
    await copyFolder(files, sampleFolder, partial);
    await renamePatiently(files, partial, folder);
    await syncFolder(files, documentsFolder);
    return folder;
  } catch (error) {
    throw diskError(error, documentsFolder, 'Could not copy the sample project to');
  }
}

/** Reads and writes each file, since the program's own files may be inside an archive. */
async function copyFolder(files: Files, from: string, to: string): Promise<void> {
  await makeFolder(files, to);
  for (const name of await files.readdir(from)) {
    const source = join(from, name);
    if ((await files.stat(source)).isDirectory()) await copyFolder(files, source, join(to, name));
    else await writeDurable(files, join(to, name), await files.readFile(source));
  }
}
