import type { Ranges } from '#core/model/range.ts';
import { shorten } from '#core/text/graphemes.ts';
import { quoteLine } from '#core/text/quote.ts';
import styles from './Words.module.css';

interface WordsProps {
  readonly text: string;
  readonly ranges: Ranges | undefined;
  /** What a click does, for screen readers: the words follow. */
  readonly does: string;
  readonly onJump: () => void;
}

/** Characters of a quote that are shown; the rest is in the text anyway. */
const SHOWN = 400;

/** The words of a span as a button that goes there. */
export function Words({ text, ranges, does, onJump }: WordsProps) {
  const words = ranges ? shorten(quoteLine(text, ranges), SHOWN) : 'a span that is gone';
  return (
    <button
      type="button"
      className={styles.words}
      disabled={!ranges}
      aria-label={`${does}: ${words}`}
      onClick={onJump}
      dir="auto"
    >
      {words}
    </button>
  );
}
