import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { annotatorType } from '#core/model/decode-project.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { ProjectManifest } from '#core/model/project.ts';
import { manifestCodec, schemaCodec } from '../project/project-format.ts';
import type { ProjectSession } from '../project/session.ts';
import { makeFolder, writeDurable } from '../store/durable-file.ts';
import { decodeFormat } from '../store/file-format.ts';
import { nodeFiles } from '../store/files.ts';
import { parseJson } from '../store/parse-json.ts';
import { SET_FORMAT } from '../store/set-format.ts';
import { placeOf } from '../store/set-place.ts';
import { diskError, isMissing, StoreError, unwrap } from '../store/store-error.ts';
import { stringifyFile } from '../store/stringify.ts';

/** Whose set a file is, and on what; its records are read by the project that is made of it. */
const setHead = z.looseObject({
  format: z.literal(SET_FORMAT),
  documentId: z.string(),
  annotator: annotatorType,
  textSha256: z.string(),
});

/**
 * Makes a project folder of one file of a set, with the text of the document here that it belongs to, so
 * that it can be merged as any other project. A change log of its name beside it comes along.
 * @param path of the JSON file.
 * @throws {StoreError} `invalid-file`, `newer-format`, `not-found`, `disk`
 */
export async function projectOfSets(
  ours: ProjectSession,
  path: string,
  folder: string,
): Promise<void> {
  const name = basename(path);
  const bytes = await readIfThere(path);
  if (bytes === null)
    throw new StoreError({
      code: 'not-found',
      message: `${name} is not there.`,
      place: { file: path },
    });
  const value = unwrap(parseJson(bytes, name));
  const set = unwrap(decodeFormat(value, name, SET_FORMAT, setHead));
  const entry = documentOf(ours, set, path);
  const text = unwrap(await ours.readText(entry.id));
  const manifest: ProjectManifest = {
    ...ours.manifest,
    ...{ annotators: [set.annotator], documents: [entry], trash: [], revision: 0 },
  };
  const place = placeOf(folder, { documentId: entry.id, annotatorId: set.annotator.id });
  const texts = join(folder, 'documents', entry.id);
  const log = await readIfThere(path.replace(/\.json$/iu, '.log'));
  const json =
    set.documentId === entry.id
      ? bytes
      : Buffer.from(stringifyFile({ ...set, documentId: entry.id }));
  const write = (file: string, contents: Uint8Array) => writeDurable(nodeFiles, file, contents);
  try {
    for (const one of [place.folder, texts]) await makeFolder(nodeFiles, one);
    await write(join(texts, 'text.txt'), Buffer.from(text));
    await write(place.json, json);
    if (log) await write(place.log, log);
    await write(join(folder, 'schema.json'), await schemaCodec.encode(ours.schema));
    await write(join(folder, 'project.json'), await manifestCodec.encode(manifest));
  } catch (error) {
    throw diskError(error, dirname(folder), 'Could not write to');
  }
}

/** The document of the project here that a set belongs to: by its id, else by its text. */
function documentOf(
  { manifest }: ProjectSession,
  { documentId, textSha256 }: z.infer<typeof setHead>,
  path: string,
): DocumentEntry {
  const all = [...manifest.documents, ...manifest.trash.map(({ document }) => document)];
  const same = all.filter((entry) => entry.textSha256 === textSha256);
  const entry = same.find(({ id }) => id === documentId) ?? same[0];
  if (entry) return entry;
  throw new StoreError({
    code: 'not-found',
    message: `${basename(path)} belongs to a text that is not in this project. Merge the project folder or the packet that it comes from.`,
    place: { file: path },
  });
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw diskError(error, path, 'Could not read');
  }
}
