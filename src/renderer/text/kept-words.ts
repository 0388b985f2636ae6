import { StateEffect, StateField, type Transaction } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { Ranges } from '#core/model/range.ts';
import styles from './marks/marks.module.css';

/** Keeps these words selected while the caret selects others; `null` lets them go. */
export const setKept = StateEffect.define<Ranges | null>();

const mark = Decoration.mark({ class: styles.kept ?? '' });

/**
 * Words that stay selected while keys select more: a selection of CodeMirror's own would be lost at the
 * first move of the caret. Whatever selects words otherwise than by key lets them go.
 */
export const keptField = StateField.define<Ranges | null>({
  create: () => null,
  update(kept, transaction) {
    for (const effect of transaction.effects) if (effect.is(setKept)) return effect.value;
    return transaction.selection && !isByKey(transaction) ? null : kept;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (kept) =>
      kept ? Decoration.set(kept.map(({ start, end }) => mark.range(start, end))) : Decoration.none,
    ),
});

/** What the caret keys call their selections. */
export const BY_KEY = 'select.key';

const isByKey = (transaction: Transaction) => transaction.isUserEvent(BY_KEY);

/** Whether the words selected now were selected by key. */
export const selectedByKey = StateField.define<boolean>({
  create: () => false,
  update: (before, transaction) => (transaction.selection ? isByKey(transaction) : before),
});
