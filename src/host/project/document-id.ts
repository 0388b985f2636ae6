import type { DocumentId } from '#core/model/ids.ts';

const LONGEST = 60;

/**
 * An id for a new document, made of its name: lower case, letters and digits, `-` for all else; a
 * number follows where that is taken. Folder names differ by more than case, for every file system.
 * @param isTaken asked with a candidate in lower case.
 */
export function freeDocumentId(name: string, isTaken: (id: DocumentId) => boolean): DocumentId {
  const stem =
    name
      .replace(/\.[a-z0-9]{1,8}$/iu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .slice(0, LONGEST)
      .toWellFormed()
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '') || 'document';
  const base = RESERVED.test(stem) ? `${stem}-text` : stem;
  if (!isTaken(base)) return base;
  for (let n = 2; ; n++) {
    if (!isTaken(`${base}-${n}`)) return `${base}-${n}`;
  }
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
