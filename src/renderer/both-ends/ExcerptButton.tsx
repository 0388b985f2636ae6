import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { quoteOf } from '../text/quote.ts';
import { entityClass } from '../text/type-colors.ts';
import styles from './BothEnds.module.css';
import { excerptOf, lineOf, type Segment } from './excerpt.ts';

interface ExcerptButtonProps {
  readonly text: string;
  readonly index: SetIndex;
  readonly schema: Schema;
  readonly span: Span;
  /** UTF-16 units of text before and after the span. */
  readonly around: number;
  readonly onGo: (span: Span) => void;
}

/** One end of a relation with the lines around it; pressing it goes there. */
export function ExcerptButton({ text, index, schema, span, around, onGo }: ExcerptButtonProps) {
  const line = useMemo(() => lineOf(text, span.ranges[0].start), [text, span]);
  const end = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other text, other place to scroll to.
  useLayoutEffect(() => {
    const words = end.current;
    const box = words?.closest<HTMLElement>('[data-excerpt]');
    if (words && box) box.scrollTop = words.offsetTop - (box.clientHeight - words.offsetHeight) / 2;
  }, [span, around]);
  const { segments, start, end: until } = excerptOf(text, index, span, around);
  const first = segments.find(({ spans }) => spans.some(({ id }) => id === span.id));
  const number = (type: string) => schema.entityTypes.findIndex(({ name }) => name === type);
  const looksOf = ({ spans }: Segment) => {
    const shown = spans.find(({ id }) => id === span.id) ?? spans.at(-1);
    if (!shown) return undefined;
    const isEnd = shown.id === span.id;
    return `${styles.mark} ${isEnd ? styles.end : ''} ${entityClass(number(shown.type))}`;
  };
  return (
    <button
      type="button"
      data-end
      className={styles.excerpt}
      aria-label={`Go to ${span.type}: ${quoteOf(text, span, 80)}, line ${line}`}
      onClick={() => onGo(span)}
    >
      <span className={styles.where}>
        <span className={`${styles.chip} ${entityClass(number(span.type))}`}>{span.type}</span>
        line {line.toLocaleString('en')}
      </span>
      <span className={styles.words} dir="auto" data-excerpt>
        {start > 0 ? '… ' : ''}
        {segments.map((segment) => (
          <span
            key={segment.start}
            ref={segment === first ? end : undefined}
            className={looksOf(segment)}
          >
            {text.slice(segment.start, segment.end)}
          </span>
        ))}
        {until < text.length ? ' …' : ''}
      </span>
    </button>
  );
}
