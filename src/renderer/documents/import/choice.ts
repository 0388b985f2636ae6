import type {
  ImportChoice,
  ImportFile,
  PreviewDocument,
  SourceChoice,
} from '#api/calls/imports.ts';
import { IMPORTED } from '#core/formats/dataset.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Encoding } from '#core/model/document.ts';
import type { AnnotatorId } from '#core/model/ids.ts';

/**
 * Nothing decided yet: everything as it was found and suggested. Sets of nobody in particular are taken for
 * those of the person who imports them, so that they can be worked on.
 */
export const nothingChosen = (isNew: boolean, me: Annotator | null = null): ImportChoice => ({
  ...(isNew && { into: 'new' }),
  sources: [],
  mapping: null,
  annotators: me ? { [IMPORTED.id]: me } : {},
  copies: [],
  without: [],
});

/** What was decided about one source. */
export const sourceChoice = ({ sources }: ImportChoice, source: string): SourceChoice =>
  sources.find((each) => each.source === source) ?? { source };

/** Decides something about one source. */
function withSource(choice: ImportChoice, source: string, patch: Partial<SourceChoice>) {
  const others = choice.sources.filter((each) => each.source !== source);
  return { ...choice, sources: [...others, { ...sourceChoice(choice, source), ...patch }] };
}

/** Reads a source with another reader. Options belong to the reader before and are forgotten. */
export const withReader = (choice: ImportChoice, source: string, reader: string): ImportChoice =>
  withSource(choice, source, { reader, options: {} });

/** Reads a source with another value of one option. */
export const withOption = (
  choice: ImportChoice,
  source: string,
  option: string,
  value: string,
): ImportChoice =>
  withSource(choice, source, {
    options: { ...sourceChoice(choice, source).options, [option]: value },
  });

/** Reads files of a source in that encoding. */
export const withEncoding = (
  choice: ImportChoice,
  source: string,
  paths: readonly string[],
  encoding: Encoding,
): ImportChoice =>
  withSource(choice, source, {
    encodings: {
      ...sourceChoice(choice, source).encodings,
      ...Object.fromEntries(paths.map((path) => [path, encoding])),
    },
  });

const changed = (list: readonly string[] | undefined, items: readonly string[], isIn: boolean) => {
  const next = new Set(list);
  for (const item of items) isIn ? next.add(item) : next.delete(item);
  return [...next];
};

/** Takes files of a source, or leaves them out. */
export const withFiles = (
  choice: ImportChoice,
  source: string,
  paths: readonly string[],
  isTaken: boolean,
): ImportChoice =>
  withSource(choice, source, {
    without: changed(sourceChoice(choice, source).without, paths, !isTaken),
  });

/** What is asked of a choice for every line of a list: sets instead of lists. */
export interface Taken {
  /** Paths of files left out. */
  readonly files: ReadonlySet<string>;
  /** Keys of documents left out, and of those that come in again. */
  readonly documents: ReadonlySet<string>;
  readonly copies: ReadonlySet<string>;
}

/** Gathers what a choice leaves out. */
export const takenBy = ({ sources, without, copies }: ImportChoice): Taken => ({
  files: new Set(sources.flatMap((each) => each.without ?? [])),
  documents: new Set(without),
  copies: new Set(copies),
});

/** Whether anything of the document comes in. */
export const isTaken = ({ key, fate, same }: PreviewDocument, { documents, copies }: Taken) =>
  !documents.has(key) && (copies.has(key) || fate === 'receives' || same === null);

/** Whether a file can be read as it stands. */
export const canRead = ({ problem }: ImportFile) => problem === null;

/** Takes a document, or leaves it out. One that is there already comes in again as a copy. */
export function withDocument(
  choice: ImportChoice,
  { key, fate, same }: PreviewDocument,
  isIn: boolean,
): ImportChoice {
  const isCopy = same !== null && fate !== 'receives';
  return {
    ...choice,
    copies: changed(choice.copies, isCopy ? [key] : [], isIn),
    without: changed(choice.without, isIn || !isCopy ? [key] : [], !isIn),
  };
}

/** Adds a document of its own although the project has the text, or no longer. */
export const withCopy = (choice: ImportChoice, key: string, isCopy: boolean): ImportChoice => ({
  ...choice,
  copies: changed(choice.copies, [key], isCopy),
});

/** Says whose the sets of an incoming annotator become; `null`: as the file says. */
export function withAnnotator(
  choice: ImportChoice,
  incoming: AnnotatorId,
  annotator: Annotator | null,
): ImportChoice {
  const { [incoming]: _, ...others } = choice.annotators;
  return {
    ...choice,
    annotators: annotator === null ? others : { ...others, [incoming]: annotator },
  };
}
