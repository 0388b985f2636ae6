import type { DocumentDetails } from '#core/model/document-details.ts';
import type { RelationId, SpanId } from '#core/model/ids.ts';
import type { Range, Ranges } from '#core/model/range.ts';
import type { Schema } from '#core/model/schema.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import type { Looks } from './looks.ts';

/** What is selected: one annotation of the open set. The same shape as the window state's. */
export type AnnotationRef =
  | { readonly kind: 'span'; readonly id: SpanId }
  | { readonly kind: 'relation'; readonly id: RelationId };

/** A place in the window, in CSS pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something is drawn in the window, in CSS pixels; fits `DOMRect`. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the text view shows. Offsets are UTF-16 code units of `text`. */
export interface TextViewState {
  /** Names the text for screen readers: `Text of NAME`. */
  readonly name: string;
  /** The document; another string means another document (scroll and caret start at its top). */
  readonly text: string;
  readonly index: SetIndex;
  /** `index.version`, passed so that React notices a change of the set. */
  readonly version: number;
  readonly schema: Schema;
  readonly selected: AnnotationRef | null;
  /** Span that a relation is being drawn from by key; a click or Enter on another span is its target. */
  readonly linking: SpanId | null;
  /** Entity type that is armed: selecting words tags them at once. */
  readonly armed: string | null;
  /** Edge mode: arrow keys move the selected span's edges. The view ends it by `onEdgesEnd`. */
  readonly edges: boolean;
  readonly readOnly: boolean;
  /** Font size in CSS pixels. */
  readonly textSize: number;
  /** Line height as a multiple of the font size; lines with much on them grow by themselves. */
  readonly lineHeight: number;
  /** Changes whenever font, line length or justification do (see `theme/follow-reading.ts`). */
  readonly typography?: string;
  /** What a mouse selection snaps to; Alt means the other one. */
  readonly snap: 'word' | 'character';
  /** How all this is shown. */
  readonly looks: Looks;
  /** Where annotators differ, for the map: starts in UTF-16 code units. */
  readonly differences?: readonly number[];
}

/** What the text view tells. None of these changes what it shows; new props do. */
export interface TextViewEvents {
  /** The words selected in the text (already snapped, sorted, apart), or none any more. */
  onSelectWords(ranges: Ranges | null): void;
  /** A span or relation was chosen by mouse or by `selectHere`; `null`: clicked beside everything. */
  onSelect(ref: AnnotationRef | null): void;
  /** Words were selected while a type is armed (mouse released, or Enter): tag them. */
  onTag(ranges: Ranges): void;
  /** Edges were dragged, or moved by key and kept. */
  onMoveEdges(spanId: SpanId, ranges: Ranges): void;
  /** Edge mode is over, kept (after `onMoveEdges`) or cancelled: set `edges` to false. */
  onEdgesEnd(): void;
  /** A relation was drawn; `point` is where a choice of types may open. */
  onLink(from: SpanId, to: SpanId, point: Point): void;
  /** The titles and pages that the imported file brought along; asked for when the outline opens. */
  readDetails?(): Promise<Pick<DocumentDetails, 'headings' | 'pages'>>;
  /** The context menu was asked for, by mouse or key, on `ref`, the selected words, or neither. */
  onContext?(point: Point, ref: AnnotationRef | null): void;
}

export interface TextViewProps extends TextViewState, TextViewEvents {
  /** Gets the handle when the view is there, `null` when it goes. */
  readonly ref?: React.Ref<TextViewHandle>;
}

/** What the shell may ask of the text view. */
export interface TextViewHandle {
  focus(): void;
  /** Scrolls the range or span into view; the caret goes to its start. Unknown spans are ignored. */
  reveal(target: Range | SpanId): void;
  /** Where the caret is: an offset into the text. */
  caret(): number;
  /** Selects the innermost span at the caret, at the next call the next one there; in linking mode links to it.
   * @returns whether there was one. */
  selectHere(): boolean;
  /** Where the span is drawn; `null` while it is out of view. */
  coordsOf(spanId: SpanId): Box | null;
  /** Where the caret or the end of the selected words is drawn; `null` while out of view. */
  coordsOfCaret(): Box | null;
  /** Selects these words as if by hand; `null` puts the selection down (after tagging). */
  selectWords(ranges: Ranges | null): void;
  /** Keeps the selected words while the caret selects others; all of them are told together. */
  keepWords(): void;
  /** Opens a list of the spans at the caret, to choose one by key. @returns whether there were any. */
  listHere(): boolean;
  /** Opens the outline, to go to a heading or page. */
  openOutline(): void;
  /** Opens the find bar, with the selected words in it, and puts the caret there. */
  openFind(): void;
}
