import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { type DocumentHead, headOf, lazyDocument } from '#core/formats/lazy-document.ts';
import type { Range } from '#core/model/range.ts';
import { detached } from './read-file.ts';

/** Where a document stands in the file. In bytes. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** So many bytes of loaded documents are kept, as those asked for last are asked for again. */
const KEPT = 24 * 1024 * 1024;

/** Documents kept in a temporary file, so that there may be more than fit into memory. Close it. */
export class Spill {
  readonly #file = join(tmpdir(), `glossator-convert-${randomBytes(6).toString('hex')}`);
  readonly #handle = openSync(this.#file, 'wx+', 0o600);
  readonly #loaded = new Map<
    number,
    { readonly document: DatasetDocument; readonly size: number }
  >();
  #size = 0;
  #kept = 0;

  constructor() {
    // Its name goes at once where the system allows it: a process that is killed leaves nothing behind.
    try {
      rmSync(this.#file, { force: true });
    } catch {
      // Removed when it is closed.
    }
  }

  /** Keeps a document. @returns one that is loaded when it is asked for. */
  add(document: DatasetDocument): DatasetDocument {
    const bytes = Buffer.from(JSON.stringify(packed(document)));
    const place = { at: this.#size, length: bytes.length };
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#handle, bytes, done, bytes.length - done, place.at + done);
    }
    this.#size += bytes.length;
    return lazyDocument(detachedHead(headOf(document)), () => this.#load(place));
  }

  #load({ at, length }: Place): DatasetDocument {
    const known = this.#loaded.get(at);
    if (known) return known.document;
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#handle, bytes, done, length - done, at + done);
      if (read === 0) throw new Error('The temporary file is shorter than what was written to it.');
      done += read;
    }
    const document = unpacked(JSON.parse(bytes.toString('utf8')));
    this.#loaded.set(at, { document, size: length });
    this.#kept += length;
    for (const [key, { size }] of this.#loaded) {
      if (this.#kept <= KEPT || key === at) break;
      this.#loaded.delete(key);
      this.#kept -= size;
    }
    return document;
  }

  /** Removes the file. */
  close(): void {
    closeSync(this.#handle);
    rmSync(this.#file, { force: true });
  }
}

/** A document whose lists of ranges are lists of numbers, which are smaller. */
interface Packed extends Omit<DatasetDocument, 'tokens' | 'sentences'> {
  readonly tokens?: readonly number[];
  readonly sentences?: readonly number[];
}

function packed({ tokens, sentences, ...rest }: DatasetDocument): Packed {
  return {
    ...rest,
    ...(tokens ? { tokens: flat(tokens) } : {}),
    ...(sentences ? { sentences: flat(sentences) } : {}),
  };
}

function unpacked({ tokens, sentences, ...rest }: Packed): DatasetDocument {
  return {
    ...rest,
    ...(tokens ? { tokens: ranges(tokens) } : {}),
    ...(sentences ? { sentences: ranges(sentences) } : {}),
  };
}

function flat(list: readonly Range[]): readonly number[] {
  return list.flatMap(({ start, end }) => [start, end]);
}

function ranges(numbers: readonly number[]): readonly Range[] {
  const list: Range[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    list.push({ start: numbers[i] ?? 0, end: numbers[i + 1] ?? 0 });
  }
  return list;
}

/** What is kept in memory must not keep the texts there that it was cut from. */
function detachedHead({ id, name, files, annotators, details }: DocumentHead): DocumentHead {
  return {
    id: detached(id),
    name: detached(name),
    details,
    annotators: annotators.map((one) => ({
      ...one,
      id: detached(one.id),
      name: detached(one.name),
    })),
    ...(files ? { files: files.map(detached) } : {}),
  };
}
