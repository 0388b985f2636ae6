import { readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, writeDurable } from '#host/store/durable-file.ts';
import { nodeFiles } from '#host/store/files.ts';

/** A small JSON file in the user's data folder: preferences, recent projects. */
export interface UserFile<Data> {
  /** As it is now; a change may still be on its way to the disk. */
  readonly data: Data;
  /** Takes a new value at once, and writes it. Settles when it is on the disk. */
  set(data: Data): Promise<void>;
  /** Settles when nothing is on its way any more, written or failed. */
  settled(): Promise<void>;
}

/**
 * Opens such a file. A missing one gives `fallback`; so does one that is not what it should be, which
 * is kept beside it as `….damaged`, since preferences are no reason not to start.
 *
 * @param decode checks what the file holds; `undefined` means that it is not valid.
 */
export async function openUserFile<Data>(
  path: string,
  decode: (raw: unknown) => Data | undefined,
  fallback: Data,
): Promise<UserFile<Data>> {
  let data = (await read(path, decode)) ?? fallback;
  let queue = Promise.resolve();
  const write = async (value: Data) => {
    await makeFolder(nodeFiles, dirname(path));
    await writeDurable(nodeFiles, path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
  };
  return {
    get data() {
      return data;
    },
    set(value) {
      data = value;
      const written = queue.then(() => write(value));
      queue = written.catch(() => undefined);
      return written;
    },
    settled: () => queue,
  };
}

async function read<Data>(path: string, decode: (raw: unknown) => Data | undefined) {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined; // Not there yet, or not readable: then writing it says why.
  }
  const data = decode(parse(text));
  if (data === undefined) await rename(path, `${path}.damaged`).catch(() => undefined);
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
