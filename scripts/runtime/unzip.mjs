import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** Unix file types, from the upper half of an entry's external attributes. */
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;

/**
 * @typedef {object} Entry
 * @property {string} name With `/` between folders; a folder ends with one.
 * @property {number} mode Unix type and permissions; 0 where the archive was not made on Unix.
 * @property {number} method How the content is compressed.
 * @property {number} checksum CRC-32 of the content.
 * @property {Buffer} packed The content as stored.
 */

/**
 * Unpacks a zip into a folder, with permissions and symbolic links. A fresh machine has neither
 * `unzip` nor Python, and Node has no zip reader; this is the part of the format that Electron's
 * releases use (no encryption, no zip64, no data that only the local headers hold).
 *
 * @param {Buffer} zip The whole archive.
 * @param {string} folder Made if missing.
 * @throws {Error} if the archive is damaged or an entry would land outside `folder`.
 */
export async function unzip(zip, folder) {
  for (const entry of entriesOf(zip)) {
    const target = resolve(folder, entry.name);
    if (target !== resolve(folder) && !target.startsWith(resolve(folder) + sep)) {
      throw new Error(`The archive holds a path outside its folder: ${entry.name}`);
    }
    if (entry.name.endsWith('/')) {
      await mkdir(target, { recursive: true });
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeEntry(entry, target);
  }
}

/**
 * @param {Entry} entry
 * @param {string} target
 */
async function writeEntry(entry, target) {
  const content = await contentOf(entry);
  if ((entry.mode & TYPE_MASK) === SYMLINK) {
    await symlink(content.toString('utf8'), target);
    return;
  }
  await writeFile(target, content);
  const permissions = entry.mode & 0o777;
  if (permissions !== 0) await chmod(target, permissions);
}

/**
 * @param {Entry} entry
 * @returns {Promise<Buffer>}
 */
async function contentOf({ name, method, checksum, packed }) {
  if (method !== STORED && method !== DEFLATED) {
    throw new Error(`The archive packs ${name} by a method we do not know: ${method}`);
  }
  const content = method === STORED ? packed : await inflate(packed);
  if (crc32(content) !== checksum) throw new Error(`The archive is damaged at ${name}.`);
  return content;
}

/**
 * Reads the central directory, which is the truth about a zip: local headers may lack sizes.
 *
 * @param {Buffer} zip
 * @returns {Generator<Entry>}
 */
function* entriesOf(zip) {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The archive is damaged.');
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    // The local header repeats the name, but its extra field may have another length.
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      method: zip.readUInt16LE(at + 10),
      checksum: zip.readUInt32LE(at + 16),
      packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** @param {Buffer} zip */
function endOfDirectory(zip) {
  // The record is 22 bytes long, and a comment of at most 65,535 bytes may follow it.
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('This is not a zip archive.');
}
