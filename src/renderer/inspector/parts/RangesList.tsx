import type { Range, Ranges } from '#core/model/range.ts';
import { shorten } from '#core/text/graphemes.ts';
import { quoteLine } from '#core/text/quote.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { offsetsOfText } from '../use-open-set.ts';
import styles from './RangesList.module.css';

interface RangesListProps {
  readonly text: string;
  readonly ranges: Ranges;
  readonly readOnly: boolean;
  readonly onJump: (range: Range) => void;
  /** Takes out the range that holds this place (UTF-16). */
  readonly onRemove: (at: number) => void;
}

/** Where a span stands: offsets in code points, as in all files. Several ranges are listed. */
export function RangesList({ text, ranges, readOnly, onJump, onRemove }: RangesListProps) {
  const offsets = offsetsOfText(text);
  const place = ({ start, end }: Range) =>
    `${offsets.toCodePoints(start)}–${offsets.toCodePoints(end)}`;
  if (ranges.length === 1) {
    return (
      <p className={styles.place} title="Offsets count Unicode code points, as in the files">
        Characters {place(ranges[0])}
      </p>
    );
  }
  return (
    <ul className={styles.ranges} aria-label="Ranges">
      {ranges.map((range) => {
        const words = shorten(quoteLine(text, [range]), 60);
        return (
          <li key={range.start} className={styles.range}>
            <button type="button" className={styles.go} onClick={() => onJump(range)} dir="auto">
              {words}
            </button>
            <span className={styles.place}>{place(range)}</span>
            <IconButton
              icon="close"
              label={`Take ‘${words}’ out of the span`}
              disabled={readOnly}
              onClick={() => onRemove(range.start)}
            />
          </li>
        );
      })}
    </ul>
  );
}
