import { useLayoutEffect, useMemo, useRef } from 'react';
import type { TellingDifference } from '#core/review/difference.ts';
import type { ReviewExcerpt } from '#core/review/reviewed-document.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../Compare.module.css';
import { useCompare } from '../compare-state.ts';
import { KIND_NAMES } from '../kind-names.ts';
import { type Person, usePeople } from '../people.ts';
import { openInContext } from '../walk.ts';
import styles from './Detail.module.css';
import { placeBars } from './place-bars.ts';
import { RelationsTable } from './RelationsTable.tsx';
import { ReviewText } from './ReviewText.tsx';
import { SideBySide } from './SideBySide.tsx';
import { TakesTable } from './TakesTable.tsx';
import { AROUND, useExcerpt } from './use-excerpt.ts';

/** One difference: what it is in plain words, the text around it, and what each of them made of it. */
export function Detail({ difference }: { readonly difference: TellingDifference }) {
  const people = usePeople();
  const { excerpt, key, error } = useExcerpt(difference);
  const layout = useCompare((state) => state.layout);
  const step = useCompare((state) => state.step);
  const name = useSession(
    ({ project }) => project?.documents.find(({ id }) => id === difference.document)?.name,
  );
  const isSide = layout === 'side-by-side';
  const isLast = step >= AROUND.length - 1;
  return (
    <section className={page.detail} aria-label="The chosen difference">
      <header className={styles.detailHead}>
        <h3 className={styles.headline} aria-live="polite">
          {difference.sentence}
        </h3>
        <p className={styles.where}>
          {difference.kinds.map((kind) => (
            <span key={kind} className={styles.badge}>
              {KIND_NAMES[kind]}
            </span>
          ))}
          <span className={page.grow}>
            <bdi>{name ?? difference.document}</bdi>
            {excerpt && difference.place ? `, line ${excerpt.line.toLocaleString('en')}` : ''}
          </span>
          <Button look="link" onClick={() => useCompare.setState({ step: isLast ? 0 : step + 1 })}>
            {isLast ? 'Less text' : 'More text'}
          </Button>
          <Button look="link" onClick={() => openInContext(difference)}>
            Open the document here
          </Button>
        </p>
      </header>
      {error === null ? null : (
        <p className={page.error} role="alert">
          {error}
        </p>
      )}
      <Shown excerpt={excerpt} shownKey={key} people={people} isSide={isSide} />
      <TakesTable difference={difference} people={people} />
      {excerpt && difference.about === 'span' ? (
        <RelationsTable relations={excerpt.relations} people={people} />
      ) : null}
    </section>
  );
}

interface ShownProps {
  readonly excerpt: ReviewExcerpt | null;
  readonly shownKey: string | null;
  readonly people: readonly Person[];
  readonly isSide: boolean;
}

/** The text; the difference comes to stand in the middle of it. */
function Shown({ excerpt, shownKey, people, isSide }: ShownProps) {
  const scroller = useRef<HTMLElement>(null);
  const bars = useMemo(
    () =>
      placeBars(
        excerpt?.spans ?? [],
        people.map(({ id }) => id),
        false,
      ),
    [excerpt, people],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another difference, another place to scroll to
  useLayoutEffect(() => {
    const box = scroller.current;
    const words = box?.querySelector<HTMLElement>('[data-chosen="true"]');
    if (!box) return;
    const top = words ? words.offsetTop - (box.clientHeight - words.offsetHeight) / 2.5 : 0;
    box.scrollTop = Math.max(0, top);
  }, [shownKey, isSide, excerpt]);
  return (
    <section
      ref={scroller}
      className={styles.excerpt}
      aria-label="Text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with keys
      tabIndex={0}
      data-own-arrows
    >
      {excerpt && isSide ? <SideBySide excerpt={excerpt} people={people} /> : null}
      {excerpt && !isSide ? <ReviewText excerpt={excerpt} bars={bars} people={people} /> : null}
    </section>
  );
}
