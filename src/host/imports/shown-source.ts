import type { FormatOption } from '#api/calls/exports.ts';
import type { ImportFile, ImportSource } from '#api/calls/imports.ts';
import type { LookedFile } from './examine.ts';
import type { Source } from './group.ts';

/** A source as the window sees it. */
export function shownSource(source: Source, options: readonly FormatOption[]): ImportSource {
  const { id, name, reader, confidence, others, files, missing } = source;
  return {
    id,
    name,
    reader: reader.info.id,
    confidence,
    others: others.map((other) => ({
      reader: other.reader.info.id,
      confidence: other.confidence,
    })),
    options,
    files: files.map(shownFile),
    missing,
  };
}

function shownFile({ path, name, size, encoding, encodings, problem }: LookedFile): ImportFile {
  return { path, name, size, encoding, encodings, problem };
}
