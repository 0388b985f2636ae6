import { setImmediate as breathe } from 'node:timers/promises';
import type { ApiError } from '#api/problem.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileCodec } from './durable-adapter.ts';
import { decodeFormat } from './file-format.ts';
import { readSet } from './read-set.ts';
import { MisplacedError, type SetCodec } from './set-codec.ts';
import { SET_FORMAT, type StoredRecord, type StoredSetFile, storedSet } from './set-format.ts';

/** What a set's JSON file holds, in memory's terms: offsets in UTF-16. */
export interface SetContents {
  readonly documentId: DocumentId;
  readonly annotator: Annotator;
  readonly revision: number;
  readonly textSha256: string;
  readonly records: readonly AnnotationRecord[];
  /** Records of the file that cannot be shown; a file that has any must not be written again. */
  readonly misplaced: readonly Problem[];
}

/** Records are encoded so many at a time, with room for other work in between. */
const PIECE = 2_000;

/** Reads and writes the JSON file of a set whose text the codec knows. */
export function setFileCodec(codec: SetCodec): FileCodec<SetContents> {
  return {
    readQuickly: (bytes, file) => readQuickly(codec, bytes, file),
    decode: (value, file, isOwn) => decodeSet(codec, value, file, isOwn),
    encode: (contents) => encodeSet(codec, contents),
  };
}

async function readQuickly(codec: SetCodec, bytes: Buffer, file: string) {
  const taken = new Records(codec, file);
  const head = await readSet(bytes, (stored) => taken.take(stored));
  return head && contentsOf(head, taken);
}

function decodeSet(
  codec: SetCodec,
  value: unknown,
  file: string,
  isOwn: boolean,
): Result<SetContents, ApiError> {
  const read = isOwn
    ? ok(value as StoredSetFile)
    : decodeFormat(value, file, SET_FORMAT, storedSet);
  if (!read.ok) return read;
  const taken = new Records(codec, file);
  for (const stored of read.value.records) taken.take(stored);
  return ok(contentsOf(read.value, taken));
}

function contentsOf(head: Omit<StoredSetFile, 'records'>, taken: Records): SetContents {
  const { documentId, annotator, revision, textSha256 } = head;
  const { records, misplaced } = taken;
  return { documentId, annotator, revision, textSha256, records, misplaced };
}

/** Turns stored records into memory's, one after the other, and tells what cannot be. */
class Records {
  readonly records: AnnotationRecord[] = [];
  readonly misplaced: Problem[] = [];
  readonly #ids = new Set<string>();
  readonly #codec: SetCodec;
  readonly #file: string;

  constructor(codec: SetCodec, file: string) {
    this.#codec = codec;
    this.#file = file;
  }

  take(stored: StoredRecord): void {
    const record = decodeRecord(() => this.#codec.decode(stored), this.misplaced);
    if (record && this.#ids.has(record.id)) this.misplaced.push(duplicate(record.id, this.#file));
    else if (record) this.records.push(record);
    this.#ids.add(stored.id);
  }
}

function decodeRecord(decode: () => AnnotationRecord, misplaced: Problem[]) {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof MisplacedError)) throw error;
    misplaced.push(error.problem);
    return undefined;
  }
}

function duplicate(id: string, file: string): Problem {
  return {
    code: 'duplicate-id',
    message: `${file} has two annotations with the id ${id}; only the first is shown.`,
    place: { file, id },
  };
}

async function encodeSet(codec: SetCodec, contents: SetContents): Promise<Uint8Array> {
  const { annotator, documentId, revision, textSha256 } = contents;
  const pieces: Buffer[] = [];
  const add = (text: string) => pieces.push(Buffer.from(text));
  const { id, name } = annotator;
  add(
    `{\n"annotator": ${JSON.stringify({ id, name })},\n"documentId": ${JSON.stringify(documentId)},\n`,
  );
  add(`"format": "${SET_FORMAT}",\n"formatVersion": 1,\n"records": [`);
  const records = inFileOrder(contents.records);
  for (let from = 0; from < records.length; from += PIECE) {
    const lines = records
      .slice(from, from + PIECE)
      .map((record) => JSON.stringify(codec.encode(record)));
    add(`${from === 0 ? '\n' : ',\n'}${lines.join(',\n')}`);
    await breathe();
  }
  add(`${records.length === 0 ? '' : '\n'}],\n"revision": ${revision},\n`);
  add(`"textSha256": ${JSON.stringify(textSha256)}\n}\n`);
  return Buffer.concat(pieces);
}

const KINDS: readonly AnnotationRecord['kind'][] = ['status', 'note', 'label', 'span', 'relation'];

/** By kind, then place in the text, then id: neighbours in the text are neighbours in the file. */
function inFileOrder(records: readonly AnnotationRecord[]): AnnotationRecord[] {
  const kind = (record: AnnotationRecord) => KINDS.indexOf(record.kind);
  const start = (record: AnnotationRecord) => (record.kind === 'span' ? record.ranges[0].start : 0);
  return [...records].sort(
    (a, b) => kind(a) - kind(b) || start(a) - start(b) || (a.id < b.id ? -1 : 1),
  );
}
