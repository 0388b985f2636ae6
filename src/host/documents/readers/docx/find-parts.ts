import type { ApiError } from '#api/problem.ts';
import { headingLevels } from '#core/documents/docx/styles.ts';
import { dublinCore } from '#core/documents/office/core-properties.ts';
import {
  type Relationship,
  readRelationships,
  relationshipsPath,
} from '#core/documents/office/relationships.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import { err, ok, type Result } from '#core/result.ts';
import { type Archive, inPart } from '../office/archive.ts';

/** Where what is in a Word file. */
export interface WordParts {
  /** Path of the part with the text. */
  readonly body: string;
  /** Parts with footnotes and endnotes. */
  readonly notes: readonly (readonly ['footnote' | 'endnote', string])[];
  /** Levels of titles by the id of their style. */
  readonly levels: ReadonlyMap<string, number>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Finds the parts of a Word file by their relationships, else by their usual paths. */
export function findParts(archive: Archive, file: string): Result<WordParts, ApiError> {
  const roots = relationshipsOf(archive, '', file);
  if (!roots.ok) return roots;
  const byKind = (list: readonly Relationship[], kind: string, usual: string) =>
    list.find((one) => one.kind === kind && archive.has(one.target))?.target ??
    (archive.has(usual) ? usual : undefined);
  const body = byKind(roots.value, 'officeDocument', 'word/document.xml');
  if (body === undefined) {
    const message = 'The part with the text is missing in this Word file. It is damaged.';
    return err({ code: 'invalid-file', message, place: { file } });
  }
  const own = relationshipsOf(archive, body, file);
  if (!own.ok) return own;
  const styles = byKind(own.value, 'styles', 'word/styles.xml');
  const levels =
    styles === undefined ? ok(new Map<string, number>()) : levelsIn(archive, styles, file);
  if (!levels.ok) return levels;
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const path = byKind(own.value, `${kind}s`, `word/${kind}s.xml`);
    return path === undefined ? [] : [[kind, path] as const];
  });
  const properties = byKind(roots.value, 'core-properties', 'docProps/core.xml');
  return ok({
    body,
    notes,
    levels: levels.value,
    metadata: propertiesIn(archive, properties, file),
  });
}

function relationshipsOf(
  archive: Archive,
  part: string,
  file: string,
): Result<readonly Relationship[], ApiError> {
  const path = relationshipsPath(part);
  if (!archive.has(path)) return ok([]);
  const xml = archive.xml(path);
  if (!xml.ok) return xml;
  const read = readRelationships(xml.value, part, file);
  return read.ok ? read : err(inPart(read.error, path));
}

function levelsIn(
  archive: Archive,
  path: string,
  file: string,
): Result<ReadonlyMap<string, number>, ApiError> {
  const xml = archive.xml(path);
  if (!xml.ok) return xml;
  const levels = headingLevels(xml.value, file);
  return levels.ok ? levels : err(inPart(levels.error, path));
}

/** What the file says of itself. A text is read although this may be damaged. */
function propertiesIn(
  archive: Archive,
  path: string | undefined,
  file: string,
): Readonly<Record<string, string>> {
  const xml = path === undefined ? undefined : archive.xml(path);
  const root = xml?.ok ? parseXml(xml.value, file) : undefined;
  return root?.ok ? dublinCore(root.value) : {};
}
