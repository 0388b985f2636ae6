import type { ApiError } from '#api/problem.ts';
import type { FlowText } from '#core/documents/flow-text.ts';
import { soundText } from '#core/documents/sound-text.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { newDocumentIds } from '#core/formats/tokens/names-of-documents.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { DocumentSource } from './document-reader.ts';

/** What a reader found in a file that is one document. */
export interface ReadText extends FlowText {
  /** Its own title; '' for none. */
  readonly title: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** What was read in part or left out, as whole sentences. */
  readonly leftOut: readonly string[];
}

/** Longer titles are no names. */
const LONGEST_NAME = 200;

/**
 * The dataset of a file that is one document, named by its title or else by the file. A file in which no
 * letter is found is refused.
 * @param nothing says, as a whole sentence, what it means that there is none.
 */
export function oneDocument(
  { path }: DocumentSource,
  read: ReadText,
  nothing = 'There is no text in this file.',
): Result<Dataset, ApiError> {
  const place = { file: path };
  if (!/\S/u.test(read.text)) return err({ code: 'refused', message: nothing, place });
  const { text, replaced } = soundText(read.text);
  const problems: readonly Problem[] = [...read.leftOut, ...replaced].map((message) => ({
    code: 'left-out',
    message,
    place,
  }));
  const title = read.title.toWellFormed().trim();
  const name = title !== '' && title.length <= LONGEST_NAME ? title : fileName(path);
  const { headings, pages, metadata } = read;
  return ok({
    name: fileName(path),
    schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
    documents: [
      {
        id: newDocumentIds()(name),
        name,
        text,
        sets: [],
        ...(headings.length > 0 ? { headings } : {}),
        ...(pages.length > 0 ? { pages } : {}),
        ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
      },
    ],
    ...(problems.length > 0 ? { problems } : {}),
  });
}

/** The name of a file without its folders and its extension. */
export function fileName(path: string): string {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  return name.replace(/(?<=.)\.[a-z0-9]{1,10}$/iu, '').toWellFormed();
}
