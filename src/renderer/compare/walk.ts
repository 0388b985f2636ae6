import type { KeyboardEvent } from 'react';
import type { TellingDifference } from '#core/review/difference.ts';
import { openDocument } from '../state/open-document.ts';
import { closeDialog } from '../state/shell.ts';
import { useCompare } from './compare-state.ts';
import { chosenIndex, differenceKey } from './shown.ts';

const choose = (difference: TellingDifference | undefined) => {
  if (difference) useCompare.setState({ chosen: differenceKey(difference) });
};

/** Goes on by so many differences; at the ends of the list it stays. */
export function step(differences: readonly TellingDifference[], by: number): void {
  const at = chosenIndex(differences, useCompare.getState().chosen) + by;
  choose(differences[Math.max(0, Math.min(differences.length - 1, at))]);
}

/** Goes to the first difference of the next document, or of the one before. */
export function stepDocument(differences: readonly TellingDifference[], by: 1 | -1): void {
  const at = chosenIndex(differences, useCompare.getState().chosen);
  const here = differences[at]?.document;
  let to = at;
  while (differences[to]?.document === here) to += by;
  const there = differences[to]?.document;
  if (there === undefined) return;
  choose(differences.find(({ document }) => document === there));
}

/** Opens the document where the difference is, with the set of the first one who marked it. */
export function openInContext({ document, takes, place }: TellingDifference): void {
  const [take] = takes;
  const at = take?.ranges[0] ?? place;
  closeDialog('compare');
  void openDocument(document, {
    ...(take && { annotatorId: take.annotator }),
    ...(at && { at }),
  });
}

/** Takes the keys of the page, wherever in it the focus is; fields and buttons keep theirs. */
export function onCompareKey(event: KeyboardEvent, differences: readonly TellingDifference[]) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('select, input:not([type=checkbox]):not([type=radio]), textarea')) return;
  const isArrow = event.key.startsWith('Arrow');
  if (isArrow && target?.closest('input, [data-own-arrows]')) return;
  if (event.key === 'Enter' && target?.closest('button, summary, input')) return;
  if (!takeKey(event.key, event.shiftKey, differences)) return;
  event.preventDefault();
  event.stopPropagation();
}

function takeKey(
  key: string,
  isShift: boolean,
  differences: readonly TellingDifference[],
): boolean {
  // Letters are the same keys with caps lock on.
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'j':
    case 'ArrowDown':
      step(differences, 1);
      return true;
    case 'k':
    case 'ArrowUp':
      step(differences, -1);
      return true;
    case 'n':
      stepDocument(differences, isShift ? -1 : 1);
      return true;
    case 's':
      useCompare.setState(({ layout }) => ({
        layout: layout === 'together' ? 'side-by-side' : 'together',
      }));
      return true;
    case 'Enter': {
      const difference = differences[chosenIndex(differences, useCompare.getState().chosen)];
      if (difference) openInContext(difference);
      return true;
    }
    default:
      return false;
  }
}
