import { err, ok, type Result } from '../../result.ts';
import { decodeText } from '../../text/decode/decode-text.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { xmlText } from '../xml/xml-text.ts';
import { looksLikeZip } from '../zip/read-directory.ts';
import { readZip } from '../zip/read-zip.ts';

/** A project or a codebook, opened. */
export interface OpenProject {
  readonly path: string;
  readonly root: XmlElement;
  /** The text of a source by what the project calls its path; `undefined` where it is not there. */
  textOf(path: string): Result<string, FormatError> | undefined;
  /** Files beside it that it took a text from. */
  readonly used: ReadonlySet<string>;
}

/** Opens each project (`.qdpx`, or `.qde` with its sources beside it) and codebook (`.qdc`) of the files. */
export function openProjects(
  files: readonly SourceFile[],
): Result<readonly OpenProject[], FormatError> {
  const projects: OpenProject[] = [];
  for (const file of files) {
    const isZip = 'bytes' in file && looksLikeZip(file.bytes);
    if (!isZip && !/\.(?:qde|qdc|xml)$/iu.test(file.path)) continue;
    const opened = isZip ? openArchive(file.path, file.bytes) : openPlain(file, files);
    if (!opened.ok) return opened;
    projects.push(opened.value);
  }
  if (projects.length > 0) return ok(projects);
  const message =
    'There is no project (.qdpx, .qde) or codebook (.qdc) of REFI-QDA among the files.';
  return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
}

function openArchive(path: string, bytes: Uint8Array): Result<OpenProject, FormatError> {
  const entries = readZip(path, bytes);
  if (!entries.ok) return entries;
  // Some programs name it after the project.
  const [main, ...more] = entries.value.filter((entry) => /^[^/]*\.qde$/iu.test(entry.path));
  if (!main || more.length > 0) {
    const message = main
      ? 'This archive holds more than one project (.qde).'
      : 'This archive holds no project (.qde), so it is none of REFI-QDA.';
    return err({ code: 'invalid-file', message, place: { file: path } });
  }
  const unpacked = main.read();
  if (!unpacked.ok) return unpacked;
  const inside = new Map(entries.value.map((entry) => [nameOf(entry.path), entry]));
  return open({ path: `${path}/${main.path}`, bytes: unpacked.value }, new Set(), (name) => {
    const entry = inside.get(name);
    if (!entry) return undefined;
    const read = entry.read();
    return read.ok ? decoded(`${path}/${entry.path}`, read.value) : read;
  });
}

function openPlain(
  file: SourceFile,
  files: readonly SourceFile[],
): Result<OpenProject, FormatError> {
  const beside = new Map(files.map((one) => [nameOf(one.path), one]));
  const used = new Set<string>();
  return open(file, used, (name) => {
    const source = beside.get(name);
    if (!source) return undefined;
    used.add(source.path);
    return 'text' in source ? ok(source.text) : decoded(source.path, source.bytes);
  });
}

function open(
  file: SourceFile,
  used: ReadonlySet<string>,
  find: (name: string) => Result<string, FormatError> | undefined,
): Result<OpenProject, FormatError> {
  const text = xmlText(file);
  if (!text.ok) return text;
  const root = parseXml(text.value, file.path);
  if (!root.ok) return root;
  return ok({
    path: file.path,
    root: root.value,
    used,
    textOf: (path) => (path === '' ? undefined : find(nameOf(path))),
  });
}

/** The name of a file, in small letters: GUIDs are written in both. */
function nameOf(path: string): string {
  return (path.split(/[\\/]/u).at(-1) ?? path).toLowerCase();
}

function decoded(file: string, bytes: Uint8Array): Result<string, FormatError> {
  const text = decodeText(bytes);
  if (text.ok) return ok(text.value.text);
  const { message, place } = text.error;
  return err({ code: 'invalid-file', message, place: { file, ...place } });
}
