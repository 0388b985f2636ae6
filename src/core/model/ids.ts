declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]?: Name };

/** Folder name of a document inside the project: letters, digits, `-`, `_` and `.` only. */
export type DocumentId = Id<'document'>;
/** Stable id of a person, such as `anna-k3f9`; two people of one name have two ids. */
export type AnnotatorId = Id<'annotator'>;
/** Id of a span: unique in its annotation set. */
export type SpanId = Id<'span'>;
/** Id of a relation: unique in its annotation set. */
export type RelationId = Id<'relation'>;
/** Id of any record of an annotation set. */
export type RecordId = string;

/** The annotator whose set holds the agreed result. */
export const ADJUDICATED: AnnotatorId = 'adjudicated';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * Makes an id: the prefix, then `length` base-36 digits.
 * @param random gives numbers in [0, 1); passed in, because the core has no randomness of its own.
 */
export function makeId(prefix: string, random: () => number, length = 10): string {
  let id = prefix;
  for (let i = 0; i < length; i++) id += ALPHABET[Math.floor(random() * ALPHABET.length)] ?? '0';
  return id;
}
