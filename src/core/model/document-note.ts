/** What the annotator wrote about the document as a whole; at most one per set. */
export interface DocumentNote {
  readonly kind: 'note';
  readonly id: typeof NOTE_ID;
  readonly text: string;
}

/** Record id of the document's note. */
export const NOTE_ID = 'note';
