import type { ApiError } from '#api/problem.ts';
import { LeftOut } from '#core/documents/left-out.ts';
import { OdtText } from '#core/documents/odt/odt-text.ts';
import { dublinCore } from '#core/documents/office/core-properties.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import { childElement } from '#core/formats/xml/xml-element.ts';
import { err, type Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { type Archive, openArchive } from '../office/archive.ts';
import { archivePaths } from '../office/archive-paths.ts';
import { readPart } from '../office/read-part.ts';
import { oneDocument } from '../one-document.ts';

/** Text documents of LibreOffice and others: a line per paragraph, notes at the end. */
export const odtReader: DocumentReader = {
  id: 'odt',
  name: 'OpenDocument text',
  description:
    'Each paragraph becomes a line, cells of tables are parted by tabs, notes stand at the end. Pictures, comments and tracked deletions are left out and counted.',
  extensions: ['odt', 'ott'],
  recognizes: ({ bytes }) => {
    const paths = archivePaths(bytes);
    if (!paths.has('content.xml')) return 0;
    // The type is the first entry, and not packed (OpenDocument 1.3 part 2, 3.3).
    const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    if (/mimetypeapplication\/vnd\.oasis\.opendocument\.text(?:-template)?(?:PK|$)/u.test(head))
      return 1;
    return head.includes('mimetypeapplication/') ? 0 : 0.5;
  },
  read: async (source, _options, reading) => readOdt(source, reading),
};

async function readOdt(
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const archive = openArchive(source.path, source.bytes);
  if (!archive.ok) return archive;
  if (isEncrypted(archive.value)) {
    const message =
      'This document is protected by a password. Save it without the password, and import that.';
    return err({ code: 'refused', message, place: { file: source.path } });
  }
  const leftOut = new LeftOut();
  const text = new OdtText(leftOut);
  const read = await readPart(archive.value, 'content.xml', source.path, text, reading);
  if (!read.ok) return read;
  const metadata = metadataOf(archive.value, source.path);
  return oneDocument(
    source,
    { ...text.finish(), title: '', metadata, leftOut: leftOut.sentences() },
    'There is no text in this document.',
  );
}

function isEncrypted(archive: Archive): boolean {
  const manifest = archive.xml('META-INF/manifest.xml');
  return manifest.ok && /<(?:\w+:)?encryption-data\b/u.test(manifest.value);
}

/** What the document says of itself. A text is read although this may be damaged. */
function metadataOf(archive: Archive, file: string): Readonly<Record<string, string>> {
  const xml = archive.xml('meta.xml');
  const root = xml.ok ? parseXml(xml.value, file) : undefined;
  const meta = root?.ok ? childElement(root.value, 'office:meta') : undefined;
  return meta ? dublinCore(meta) : {};
}
