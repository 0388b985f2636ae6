import type { FormatOption } from '#api/calls/exports.ts';
import type { ImportFile, ImportSource } from '#api/calls/imports.ts';
import type { LookedFile } from './examine.ts';
import type { Source } from './group.ts';
import { chosenEncoding } from './read-files.ts';
import type { ChosenSource } from './read-ticket.ts';

/** A source as the window sees it, as it was found. */
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

/** A source as the window sees it, as it is read now. */
export function chosenSource({
  source,
  reader,
  options,
  choice,
  failures,
}: ChosenSource): ImportSource {
  const without = new Set(choice?.without);
  const files = source.files.map((file): ImportFile => {
    const shown = shownFile(file);
    if (without.has(file.path)) return shown;
    const encoding = chosenEncoding(choice, file.path) ?? file.encoding;
    return { ...shown, encoding, problem: failures.get(file.path) ?? null };
  });
  return { ...shownSource(source, options), reader, files };
}

function shownFile({ path, name, size, encoding, encodings, problem }: LookedFile): ImportFile {
  return { path, name, size, encoding, encodings, problem };
}
