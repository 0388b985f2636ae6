import type { ImportCandidate } from '#api/calls/documents.ts';
import type { Encoding } from '#core/model/document.ts';

/** Whether the file can be imported as it stands. */
export const canImport = (candidate: ImportCandidate) => candidate.problem === null;

/** A candidate after another encoding was chosen; its choices stay, so that the choice can be changed. */
export function toRead(
  before: ImportCandidate,
  now: ImportCandidate | undefined,
  encoding: Encoding,
): ImportCandidate {
  if (!now) return before;
  const choices = now.choices.length > 0 ? now.choices : before.choices;
  return { ...now, choices, encoding };
}

/** What encodings are called. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'Latin-1',
};

/** `2.4 MB`, `812 bytes`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
