import type { SpanId } from '#core/model/ids.ts';
import type { Range } from '#core/model/range.ts';
import { select } from '../state/select.ts';
import { type Selected, useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';

/** Selects an annotation and brings its words on screen; a relation shows where it starts. */
export function jumpTo({ kind, id }: Selected) {
  const target = { kind, id } as Selected;
  select(target);
  const { document, viewing } = useSession.getState();
  const index = viewing?.index ?? document?.index;
  const spanId = target.kind === 'span' ? target.id : index?.relation(target.id)?.from;
  if (spanId !== undefined) reveal(spanId);
}

/** Brings a place of the text, or a span, on screen. The keyboard focus stays where it is. */
export function reveal(target: Range | SpanId) {
  textView()?.reveal(target);
}

/** Gives the keyboard back to the text. */
export function returnToText() {
  textView()?.focus();
}
