/** How words are selected: with the mouse by whole words, with Alt by character, or with keys only. */
export type Hand = 'mouse' | 'mouse by character' | 'keys';

/** One mention to tag. */
export interface Mention {
  readonly type: 'Person' | 'Organization' | 'Location' | 'Date' | 'Role' | 'Event' | 'Money';
  readonly words: string;
  /** Which of several places with the same words, from 0. */
  readonly nth?: number;
  /** A second range, somewhere else: the mention is discontinuous. */
  readonly and?: { readonly words: string; readonly nth?: number };
  readonly by: Hand;
}

/** One relation to draw between mentions, which are given by their place in the list. */
export interface Link {
  readonly type: 'holds role' | 'member of' | 'located in' | 'meets' | 'part of';
  readonly from: number;
  readonly to: number;
  readonly by: 'mouse' | 'keys';
}

/** A day's work in small: what one person tags in one text. */
export interface Scenario {
  readonly name: string;
  readonly mentions: readonly Mention[];
  readonly links: readonly Link[];
}

/** What the window calls a mention. */
export function nameOf({ type, words, and }: Mention): string {
  return `${type}: ${words}${and ? ` … ${and.words}` : ''}`;
}
