import type { Schema } from '#core/model/schema.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import type { Offsets } from '#core/text/offsets.ts';
import { offsetsOf } from '#core/text/offsets.ts';
import { whyReadOnly } from '../state/edit.ts';
import { type OpenDocument, useSession } from '../state/session.ts';

/** The set on screen, as the panels show it. */
export interface OpenSetView {
  readonly document: OpenDocument;
  readonly text: string;
  /** The set as it is, or as it was where an earlier state is looked at. */
  readonly index: SetIndex;
  readonly schema: Schema;
  readonly readOnly: boolean;
  /** Counts up with each change of the set. */
  readonly version: number;
}

/** What is open; `null` for nothing. Draws the component again whenever the set changes. */
export function useOpenSet(): OpenSetView | null {
  const document = useSession((state) => state.document);
  const project = useSession((state) => state.project);
  const viewing = useSession((state) => state.viewing);
  const version = useSession((state) => state.version);
  if (!(document && project)) return null;
  return {
    document,
    text: document.text,
    index: viewing?.index ?? document.index,
    schema: project.schema,
    readOnly: whyReadOnly() !== null,
    version,
  };
}

let known: { readonly text: string; readonly offsets: Offsets } | null = null;

/** Offsets of the text, read once per document. */
export function offsetsOfText(text: string): Offsets {
  if (known?.text !== text) known = { text, offsets: offsetsOf(text) };
  return known.offsets;
}
