import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { ApiError } from '#api/problem.ts';
import type { SourceFile } from '#core/formats/format.ts';
import {
  beginsList,
  countLines,
  lastComma,
  lastCut,
  lastItem,
  type Pieces,
  wrappedHead,
} from '#core/formats/pieces.ts';
import { err, ok, type Result } from '#core/result.ts';
import { byteOrderMark } from '#core/text/decode/bom.ts';
import { decodeSource } from '../../documents/read-source.ts';
import type { InputFile } from './input-files.ts';

/** A file, or a part of one. */
export interface FilePiece {
  readonly source: SourceFile;
  /** Lines of the file before it. */
  readonly linesBefore: number;
  /** Whether there is more of the file. */
  readonly isPart: boolean;
}

/** A piece has at least so many characters, and ends where the next document begins. */
const PIECE = 4 * 1024 * 1024;
/** What is looked at to recognise a file, in bytes. */
const HEAD = 64 * 1024;

/** The beginning of a file, as text where it is text. */
export async function readHead({ file, path }: InputFile): Promise<SourceFile> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (isBinary(bytes)) return { path, bytes };
    const mark = byteOrderMark(bytes);
    const name = mark && mark.encoding !== 'utf-32' ? mark.encoding : 'utf-8';
    return { path, text: new TextDecoder(name).decode(bytes, { stream: true }) };
  } finally {
    await handle.close();
  }
}

/** A whole file: text, or bytes where it is none. */
export async function readWhole({ file, path }: InputFile): Promise<Result<SourceFile, ApiError>> {
  const bytes = await readFile(file);
  if (isBinary(bytes)) return ok({ path, bytes });
  const decoded = decodeSource(bytes);
  if (decoded.ok) return ok({ path, text: decoded.value.text });
  // XML says itself what its bytes mean; the format reads them.
  if (declaresEncoding(bytes)) return ok({ path, bytes });
  const { code, message, place } = decoded.error;
  return err({ code: 'refused', message: `${message} (${code})`, place: { file: path, ...place } });
}

/** A text file in pieces, each of which begins where a document does. */
export async function* readInPieces(
  input: InputFile,
  pieces: Pick<Pieces, 'startsAt' | 'wrapped' | 'isList'>,
): AsyncGenerator<Result<FilePiece, ApiError>> {
  const { file, path, size } = input;
  const head = await readHead(input);
  if (size <= PIECE || 'bytes' in head || !(await isUtf8(file))) {
    const whole = await readWhole(input);
    yield whole.ok ? ok({ source: whole.value, linesBefore: 0, isPart: false }) : whole;
    return;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const cutter = new Cutter(pieces);
  let [rest, linesBefore, enough] = ['', 0, PIECE];
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    try {
      rest += decoder.decode(chunk as Buffer, { stream: true });
    } catch {
      yield err(notUtf8(path, linesBefore + countLines(rest) + 1));
      return;
    }
    if (rest.length < enough) continue;
    const cut = cutter.cut(rest);
    // A document longer than a piece: looked at again when twice as much is there.
    if (cut === 0) enough = rest.length * 2;
    else {
      const text = rest.slice(0, cut);
      yield ok(cutter.piece(path, text, linesBefore, false));
      linesBefore += countLines(text);
      [rest, enough] = [detached(rest.slice(cut)), PIECE];
    }
  }
  try {
    rest += decoder.decode();
  } catch {
    yield err(notUtf8(path, linesBefore + countLines(rest) + 1));
    return;
  }
  if (rest !== '' || linesBefore === 0) yield ok(cutter.piece(path, rest, linesBefore, true));
}

/** Finds where a text may be cut, and puts around later pieces what the file has around all of them. */
class Cutter {
  readonly #pieces: Pick<Pieces, 'startsAt' | 'wrapped' | 'isList'>;
  #head: string | null = null;

  constructor(pieces: Pick<Pieces, 'startsAt' | 'wrapped' | 'isList'>) {
    this.#pieces = pieces;
  }

  cut(text: string): number {
    const { startsAt, wrapped, isList } = this.#pieces;
    if (startsAt) return lastCut(text, startsAt);
    if (isList) {
      const isFirst = this.#head === null;
      return isFirst && !beginsList(text) ? 0 : lastComma(text, isFirst);
    }
    if (!wrapped) return 0;
    const found = lastItem(text, wrapped);
    if (this.#head !== null) return found;
    const head = wrappedHead(text, wrapped);
    return head !== null && found > head.length ? found : 0;
  }

  piece(path: string, text: string, linesBefore: number, isLast: boolean): FilePiece {
    const { wrapped, isList } = this.#pieces;
    const isPart = !isLast || linesBefore > 0 || this.#head !== null;
    if (isList) {
      // What ends with a comma is a list without it; what comes after one is a list of its own.
      const items = (this.#head ?? '') + (isLast ? text : text.replace(/,$/u, ']'));
      if (!isLast) this.#head = '[';
      return { source: { path, text: items }, linesBefore, isPart };
    }
    if (!wrapped) return { source: { path, text }, linesBefore, isPart };
    const end = isLast ? '' : `</${wrapped.root}>`;
    if (this.#head === null) {
      this.#head = detached(wrappedHead(text, wrapped) ?? '');
      return { source: { path, text: text + end }, linesBefore, isPart };
    }
    const lines = linesBefore - countLines(this.#head);
    return { source: { path, text: this.#head + text + end }, linesBefore: lines, isPart };
  }
}

/** The same text, which does not keep the longer one in memory that it was cut from. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Whether the bytes are XML that names an encoding. */
function declaresEncoding(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^<\?xml[^>]*\sencoding\s*=/u.test(head);
}

async function isUtf8(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const mark = byteOrderMark(buffer.subarray(0, bytesRead));
    return mark === null || mark.encoding === 'utf-8';
  } finally {
    await handle.close();
  }
}

function notUtf8(file: string, line: number): ApiError {
  const message = 'Bytes near this line are not UTF-8. Save the file as UTF-8, and try again.';
  return { code: 'refused', message, place: { file, line } };
}

/** Archives and files with NUL bytes; UTF-16 has those, and a mark. */
function isBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes)) return false;
  return bytes.subarray(0, HEAD).includes(0);
}
