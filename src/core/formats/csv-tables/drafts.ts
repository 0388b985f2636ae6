import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Annotator } from '../../model/annotator.ts';
import { type DatasetDocument, IMPORTED } from '../dataset.ts';
import { OffsetPlaces, type OffsetUnit } from '../json/offset-units.ts';
import { newDocumentIds } from '../tokens/names-of-documents.ts';

/** A set while it is read. */
export interface SetDraft {
  annotator: Annotator;
  readonly records: Map<string, AnnotationRecord>;
}

/** A document while it is read. */
export class DocumentDraft {
  readonly key: string;
  name: string;
  text: string | undefined;
  readonly sets = new Map<string, SetDraft>();
  readonly #places = new Map<OffsetUnit, OffsetPlaces>();

  constructor(key: string, text: string | undefined) {
    this.key = key;
    this.name = key;
    this.text = text;
  }

  /** The set of that annotator; an empty id means that the table does not say whose it is. */
  setOf(annotator: string): SetDraft {
    const found = this.sets.get(annotator);
    if (found) return found;
    const named = { id: annotator, name: annotator };
    const set: SetDraft = {
      annotator: annotator === '' ? IMPORTED : named,
      records: new Map(),
    };
    this.sets.set(annotator, set);
    return set;
  }

  /** Offsets in the text. */
  placesIn(unit: OffsetUnit): OffsetPlaces {
    const places = this.#places.get(unit) ?? new OffsetPlaces(this.text ?? '', unit);
    this.#places.set(unit, places);
    return places;
  }
}

/** An id of the set that is free: the one given, else a new one with that letter. */
export function freeId(set: SetDraft, given: string, letter: string): string | undefined {
  if (given !== '') return set.records.has(given) ? undefined : given;
  for (let i = set.records.size + 1; ; i++) {
    if (!set.records.has(`${letter}${i}`)) return `${letter}${i}`;
  }
}

/** The drafts that have a text, as documents; ids of documents and annotators become names of folders. */
export function finish(drafts: Iterable<DocumentDraft>): readonly DatasetDocument[] {
  const newId = newDocumentIds();
  const newAnnotatorId = newDocumentIds();
  const annotatorIds = new Map([['', IMPORTED.id]]);
  const annotatorOf = (key: string, { name }: Annotator): Annotator => {
    const id = annotatorIds.get(key) ?? newAnnotatorId(key);
    annotatorIds.set(key, id);
    return { id, name };
  };
  return [...drafts].flatMap(({ key, name, text, sets }) =>
    text === undefined
      ? []
      : [
          {
            id: newId(key),
            name: name || key,
            text,
            sets: [...sets].map(([whose, { annotator, records }]) => ({
              annotator: annotatorOf(whose, annotator),
              records: [...records.values()],
            })),
          },
        ],
  );
}
