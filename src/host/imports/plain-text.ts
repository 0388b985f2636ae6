import { basename } from 'node:path';
import { withoutTextExtension } from '#core/formats/file-name.ts';
import type { Format } from '#core/formats/format.ts';
import { newDocumentIds } from '#core/formats/tokens/names-of-documents.ts';
import { err, ok } from '#core/result.ts';

/** Id of the reader that takes a file for the text itself. */
export const PLAIN_TEXT = 'text';

/** Each file is a document: its text, exactly. */
export const plainText: Format = {
  id: PLAIN_TEXT,
  name: 'Plain text',
  description: 'Each file becomes one document, with its text exactly as it is.',
  extensions: ['txt', 'text', 'md', 'markdown'],
  unit: 'none',
  versions: 'Text in UTF-8, UTF-16, Windows-1252 or ISO 8859-1',
  loses: [],
  options: [],
  // Each file by itself: one whose encoding is in doubt keeps no other from being read.
  pieces: {},
  recognizes: (head) => ('text' in head ? 0.3 : 0),
  read: (files) => {
    const newId = newDocumentIds();
    const documents = [];
    for (const file of files) {
      if (!('text' in file)) {
        const place = { file: file.path };
        return err({ code: 'invalid-file', message: 'This file is not text.', place });
      }
      const name = withoutTextExtension(basename(file.path));
      const { path, text } = file;
      documents.push({ id: newId(name), name, text, sets: [], files: [path] });
    }
    const schema = { entityTypes: [], relationTypes: [], documentLabels: [] };
    return ok({ name: documents[0]?.name ?? '', schema, documents });
  },
};
