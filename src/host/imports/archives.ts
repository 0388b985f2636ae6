import { basename } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import { readZip, type ZipEntry } from '#core/formats/zip/read-zip.ts';
import { err, ok, type Result } from '#core/result.ts';
import { asApiResult } from './as-api-result.ts';
import type { FoundFile } from './found-file.ts';
import { KEPT_ARCHIVES } from './limits.ts';

interface Opened {
  readonly size: number;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

/** The archives of one import. Those used last stay in memory; others are read again. */
export class Archives {
  readonly #kept = new Map<string, Opened>();
  #size = 0;

  /** The files in an archive, without hidden ones. Fails where it is damaged, or not safe to unpack. */
  open(archive: FoundFile, bytes: Uint8Array): Result<readonly FoundFile[], ApiError> {
    const opened = this.#keep(archive, bytes);
    if (!opened.ok) return opened;
    const files: FoundFile[] = [];
    const root = archive.isGiven ? archive.path : archive.root;
    const before = archive.isGiven ? '' : `${archive.name}/`;
    for (const { path, size } of opened.value.entries.values()) {
      const isHidden = path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
      if (isHidden) continue;
      files.push({
        path: `${archive.path}/${path}`,
        name: before + path,
        size,
        root,
        isGiven: false,
        read: () => this.#read(archive, path),
      });
    }
    return ok(files);
  }

  async #read(archive: FoundFile, path: string): Promise<Result<Uint8Array, ApiError>> {
    let opened = this.#kept.get(archive.path);
    if (opened) {
      this.#kept.delete(archive.path);
      this.#kept.set(archive.path, opened);
    } else {
      const bytes = await archive.read();
      if (!bytes.ok) return bytes;
      const again = this.#keep(archive, bytes.value);
      if (!again.ok) return again;
      opened = again.value;
    }
    const entry = opened.entries.get(path);
    if (entry) return asApiResult(entry.read());
    return err({
      code: 'conflict',
      message: `‘${basename(archive.path)}’ was changed since it was looked at. Choose it again.`,
      place: { file: archive.path },
    });
  }

  #keep(archive: FoundFile, bytes: Uint8Array): Result<Opened, ApiError> {
    const read = asApiResult(readZip(archive.path, bytes));
    if (!read.ok) return read;
    const entries = new Map(read.value.map((entry) => [entry.path, entry]));
    const opened = { size: bytes.length, entries };
    this.#size -= this.#kept.get(archive.path)?.size ?? 0;
    this.#kept.delete(archive.path);
    this.#kept.set(archive.path, opened);
    this.#size += opened.size;
    for (const [path, { size }] of this.#kept) {
      if (this.#size <= KEPT_ARCHIVES || path === archive.path) break;
      this.#kept.delete(path);
      this.#size -= size;
    }
    return ok(opened);
  }
}
