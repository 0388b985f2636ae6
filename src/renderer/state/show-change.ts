import type { Change } from '#core/edit/change.ts';
import type { Span } from '#core/model/span.ts';
import { select } from './select.ts';
import { useSession } from './session.ts';
import { caretMoved, textView } from './text-handle.ts';

/** The first span that a change is about; a relation counts for the span it starts from. */
function spanOf(change: Change): Span | undefined {
  const index = useSession.getState().document?.index;
  const records = [
    ...Object.values(change.added),
    ...Object.values(change.updated).map(([, after]) => after),
    ...Object.values(change.removed),
  ];
  for (const record of records) {
    if (record.kind === 'span') return record;
    const from = record.kind === 'relation' ? index?.span(record.from) : undefined;
    if (from) return from;
  }
  return undefined;
}

/** Brings on screen what undo or redo changed, and selects it where it is there. */
export function showChange(change: Change) {
  const span = spanOf(change);
  const range = span?.ranges[0];
  if (!(span && range)) return;
  const isThere = useSession.getState().document?.index.span(span.id) !== undefined;
  textView()?.reveal({ start: range.start, end: range.start });
  if (isThere) select({ kind: 'span', id: span.id });
  caretMoved();
}
