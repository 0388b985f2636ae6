import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { SpanId } from '#core/model/ids.ts';
import type { Ranges } from '#core/model/range.ts';
import styles from '../marks/marks.module.css';
import type { EdgeName } from './move-edge.ts';

/** Edges of a span while they are being moved: shown, not yet kept. */
export interface EdgeDraft {
  readonly spanId: SpanId;
  readonly ranges: Ranges;
  /** Number of the range whose edge moves, and which of its edges. */
  readonly part: number;
  readonly edge: EdgeName;
}

/** Shows other edges, or with `null` puts them away. */
export const setDraft = StateEffect.define<EdgeDraft | null>();

const mark = Decoration.mark({ class: styles.draft ?? '' });

/** The edges being moved, if any, and their preview in the text. */
export const draftField = StateField.define<EdgeDraft | null>({
  create: () => null,
  update(draft, transaction) {
    let result = draft;
    for (const effect of transaction.effects) if (effect.is(setDraft)) result = effect.value;
    return result;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (draft) =>
      draft
        ? Decoration.set(draft.ranges.map(({ start, end }) => mark.range(start, end)))
        : Decoration.none,
    ),
});
