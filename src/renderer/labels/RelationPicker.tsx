import type { SpanId } from '#core/model/ids.ts';

/** A relation that waits for its type. */
export interface RelationRequest {
  readonly from: SpanId;
  readonly to: SpanId;
  /** Where to open, in CSS pixels of the window; `null` for the middle. */
  readonly point: { readonly x: number; readonly y: number } | null;
}

interface RelationPickerProps {
  readonly request: RelationRequest | null;
  /** Called after a choice, and when the person gives up. */
  readonly onClose: () => void;
}

/** Asks which relation joins two spans, and makes it. */
export function RelationPicker(_: RelationPickerProps) {
  return null;
}
