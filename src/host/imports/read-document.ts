import { basename } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { DatasetDocument, DatasetSet } from '#core/formats/dataset.ts';
import type { DocumentDetails } from '#core/model/document-details.ts';
import type { Problem } from '#core/problem.ts';
import { offsetsOf } from '#core/text/offsets.ts';
import { sha256 } from '../documents/read-source.ts';
import { SetCodec } from '../store/set-codec.ts';
import { soundDetails } from './sound-details.ts';
import { soundAnnotator, soundRecords } from './sound-set.ts';

/** A document as its files have it, checked. */
export interface ReadDocument {
  /** Names it in choices. */
  readonly key: string;
  readonly source: string;
  readonly name: string;
  readonly text: string;
  readonly textSha256: string;
  /** In code points. */
  readonly length: number;
  readonly details: DocumentDetails;
  readonly sets: readonly DatasetSet[];
  /** Paths of the files that it came from, the one with the text first. */
  readonly files: readonly string[];
}

const LONGEST_NAME = 1_000;

/** Checks a document that a format has read; what is not sound is left out, and told. */
export function checkDocument(
  document: DatasetDocument,
  place: { readonly key: string; readonly source: string; readonly files: readonly string[] },
  problems: Problem[],
): ReadDocument | ApiError {
  const { text } = document;
  const known = (document.files ?? []).filter((path) => place.files.includes(path));
  const files = known.length > 0 ? known : place.files;
  const file = files[0] ?? '';
  const name = document.name.toWellFormed().trim().slice(0, LONGEST_NAME).trim() || 'document';
  if (!text.isWellFormed()) {
    const at = text.search(/\p{Surrogate}/u);
    const line = text.slice(0, at).split('\n').length;
    const message = `The text of ‘${name}’ has half a character (a lone surrogate) in line ${line}, so it cannot be kept exactly. Correct it, and import it then.`;
    return { code: 'invalid-file', message, place: { file } };
  }
  const { details, faults } = soundDetails(text, document);
  for (const what of faults) {
    const message = `Of the document ‘${name}’ in ‘${basename(file)}’, ${what}`;
    problems.push({ code: 'left-out', message, place: { file } });
  }
  const codec = new SetCodec(text);
  const sets = document.sets.map(({ annotator, ...set }) => {
    const sound = soundRecords(set, codec, file);
    for (const problem of sound.problems) problems.push(problem);
    return { annotator: soundAnnotator(annotator), records: sound.records };
  });
  return {
    ...{ key: place.key, source: place.source, name, text, details, sets, files },
    textSha256: sha256(text),
    length: offsetsOf(text).codePointLength,
  };
}
