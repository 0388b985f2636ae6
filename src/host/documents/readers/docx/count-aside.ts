import type { ApiError } from '#api/problem.ts';
import type { LeftOut } from '#core/documents/left-out.ts';
import { localName } from '#core/formats/xml/namespaces.ts';
import { ok, type Result } from '#core/result.ts';
import type { Reading } from '../document-reader.ts';
import type { Archive } from '../office/archive.ts';
import { readPart } from '../office/read-part.ts';

/** Counts what stands beside the text in parts of its own: comments, and headers and footers with text. */
export async function countAside(
  archive: Archive,
  file: string,
  leftOut: LeftOut,
  reading: Reading,
): Promise<Result<undefined, ApiError>> {
  for (const path of archive.paths) {
    const kind = /^word\/(comments|header|footer)\d*\.xml$/u.exec(path)?.[1];
    if (kind === undefined) continue;
    let comments = 0;
    let hasText = false;
    const read = await readPart(
      archive,
      path,
      file,
      {
        open: ({ name }) => {
          if (localName(name) === 'comment') comments++;
        },
        text: (text) => {
          hasText ||= /\S/u.test(text);
        },
      },
      reading,
    );
    if (!read.ok) return read;
    if (kind === 'comments') leftOut.add('comment', 'comments', comments);
    else if (hasText) leftOut.add('header or footer', 'headers and footers');
  }
  return ok(undefined);
}
