import { StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { type FoldedText, foldText, hasAccents } from '#core/text/fold.ts';
import styles from '../marks/marks.module.css';

/** Where words occur in the text: the starts, sorted, and the ends. UTF-16 code units. */
export interface Matches {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** There are more than were counted. */
  readonly isCut: boolean;
}

export const NO_MATCHES: Matches = { starts: [], ends: [], isCut: false };

const MOST = 20_000;

let folded: { readonly of: string; readonly as: FoldedText } | null = null;

/**
 * Finds the words in the text, upper and lower case alike; overlapping occurrences count once. Words
 * without accents are found with any (`Borodino` finds `Borodinó`), words with accents only so.
 */
export function findMatches(text: string, words: string): Matches {
  if (words === '') return NO_MATCHES;
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'giu');
  const isExact = hasAccents(words);
  if (!isExact && folded?.of !== text) folded = { of: text, as: foldText(text) };
  const where = isExact || !folded ? { text, original: (at: number) => at } : folded.as;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of where.text.matchAll(pattern)) {
    if (starts.length === MOST) return { starts, ends, isCut: true };
    starts.push(where.original(match.index));
    ends.push(where.original(match.index + match[0].length));
  }
  return { starts, ends, isCut: false };
}

/** Number of the first match that starts at or after `pos`; the count where there is none. */
export function matchFrom({ starts }: Matches, pos: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shows these matches, the one with number `current` more than the others. */
export const setMatches = StateEffect.define<{
  readonly matches: Matches;
  readonly current: number;
}>();

const matchField = StateField.define<{ readonly matches: Matches; readonly current: number }>({
  create: () => ({ matches: NO_MATCHES, current: -1 }),
  update(value, transaction) {
    let result = value;
    for (const effect of transaction.effects) if (effect.is(setMatches)) result = effect.value;
    return result;
  },
});

const found = Decoration.mark({ class: styles.found ?? '' });
const foundHere = Decoration.mark({ class: `${styles.found} ${styles.foundHere}` });

const matchMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;

    update(update: ViewUpdate): void {
      const isNew = update.state.field(matchField) !== update.startState.field(matchField);
      if (isNew || update.viewportChanged) this.decorations = marksIn(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function marksIn(view: EditorView): DecorationSet {
  const { matches, current } = view.state.field(matchField);
  const marks = [];
  for (const { from, to } of view.visibleRanges) {
    for (let i = matchFrom(matches, from); i < matches.starts.length; i++) {
      const start = matches.starts[i] ?? 0;
      if (start >= to) break;
      marks.push((i === current ? foundHere : found).range(start, matches.ends[i] ?? start));
    }
  }
  return Decoration.set(marks);
}

/** Marks of the matches in view. */
export const matchHighlight = [matchField, matchMarks];
