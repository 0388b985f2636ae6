import type { ImportCandidate } from '#api/calls/documents.ts';
import type { ApiError } from '#api/problem.ts';
import type { DocumentEntry, Encoding } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { possibleEncodings } from '#core/text/decode/decode-text.ts';
import type { Job } from '../jobs.ts';
import { type FoundFile, findFiles } from './find-files.ts';
import { MAX_FILE_SIZE } from './limits.ts';
import { documentNames } from './names.ts';
import { previewOf, previewOfDoubt } from './preview.ts';
import { decodeSource, readSource, sha256, tooLarge } from './read-source.ts';

/**
 * Looks at files and folders and tells what each file would become. Writes nothing.
 * @param documents those of the project, in which the same text may be already.
 * @param encodings chosen ones, by path.
 */
export async function inspect(
  documents: readonly DocumentEntry[],
  paths: readonly string[],
  encodings: Readonly<Record<string, Encoding>>,
  job: Job,
): Promise<Result<readonly ImportCandidate[], ApiError>> {
  job.progress(0, 0, 'Looking for files');
  const files = await findFiles(paths, job.signal);
  if (!files.ok) return files;
  const names = documentNames(files.value.map((file) => file.path));
  const known: Known = new Map(
    documents.map(({ textSha256, name }) => [textSha256, { name, where: 'project' }]),
  );
  const candidates: ImportCandidate[] = [];
  for (const [i, file] of files.value.entries()) {
    job.signal.throwIfAborted();
    const name = names[i] ?? file.path;
    job.progress(i, files.value.length, name);
    const chosen = Object.hasOwn(encodings, file.path) ? encodings[file.path] : undefined;
    candidates.push(await inspectFile(file, name, chosen, known));
  }
  job.progress(candidates.length, candidates.length, '');
  return ok(candidates);
}

/** Documents by the hash of their text, and where they are. */
type Known = Map<string, { readonly name: string; readonly where: ImportCandidate['duplicateIn'] }>;

/** @param known what has which text; this one is added. */
async function inspectFile(
  { path, size }: FoundFile,
  name: string,
  chosen: Encoding | undefined,
  known: Known,
): Promise<ImportCandidate> {
  const nothing: Omit<ImportCandidate, 'problem'> = {
    ...{ path, name, size, encoding: chosen ?? 'utf-8', hasBom: false, preview: '' },
    ...{ choices: [], duplicateOf: null, duplicateIn: 'project' },
  };
  if (size > MAX_FILE_SIZE) return { ...nothing, problem: tooLarge(path, size) };
  const bytes = await readSource(path);
  if (!bytes.ok) return { ...nothing, problem: bytes.error };

  const plain = decodeSource(bytes.value);
  const choices = plain.ok ? [] : choicesFor(bytes.value);
  const decoded = chosen === undefined ? plain : decodeSource(bytes.value, chosen);
  if (!decoded.ok) {
    const place = { ...decoded.error.place, file: path };
    return { ...nothing, choices, problem: { ...decoded.error, place } };
  }
  const { text, encoding, hasBom } = decoded.value;
  const hash = sha256(text);
  const twin = known.get(hash);
  if (!twin) known.set(hash, { name, where: 'list' });
  const duplicateOf = twin?.name ?? null;
  const duplicateIn = twin?.where ?? 'project';
  const preview = previewOf(text);
  return {
    ...nothing,
    encoding,
    hasBom,
    preview,
    choices,
    duplicateOf,
    duplicateIn,
    problem: null,
  };
}

function choicesFor(bytes: Uint8Array): ImportCandidate['choices'] {
  return possibleEncodings(bytes).flatMap((encoding) => {
    const decoded = decodeSource(bytes, encoding);
    return decoded.ok ? [{ encoding, preview: previewOfDoubt(decoded.value.text) }] : [];
  });
}
