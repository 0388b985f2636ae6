import { useState } from 'react';
import type { ReviewExcerpt } from '#core/review/reviewed-document.ts';
import { Select } from '../../ui/Select.tsx';
import { PersonChip } from '../PersonChip.tsx';
import type { Person } from '../people.ts';
import styles from './Detail.module.css';
import { placeBars } from './place-bars.ts';
import { ReviewText } from './ReviewText.tsx';

interface SideBySideProps {
  readonly excerpt: ReviewExcerpt;
  readonly people: readonly Person[];
}

/**
 * The same text twice, each with the marks of one person. Both have the same rows below their lines, so that
 * line stands beside line; they lie in one box, and so scroll together.
 */
export function SideBySide({ excerpt, people }: SideBySideProps) {
  const [chosen, setChosen] = useState<readonly [string?, string?]>([]);
  const left = people.find(({ id }) => id === chosen[0]) ?? people[0];
  const right =
    people.find(({ id }) => id === chosen[1] && id !== left?.id) ??
    people.find(({ id }) => id !== left?.id);
  if (!(left && right)) return null;
  const bars = placeBars(excerpt.spans, [left.id, right.id], true);
  return (
    <div className={styles.columns}>
      {([left, right] as const).map((person, side) => (
        <section key={side === 0 ? 'left' : 'right'} aria-label={person.name}>
          <header className={styles.columnHead}>
            <PersonChip person={person} />
            {people.length > 2 ? (
              <Select
                label={side === 0 ? 'Left' : 'Right'}
                options={people.map(({ id, name }) => ({
                  value: id,
                  label: name,
                  disabled: id === (side === 0 ? right : left).id,
                }))}
                value={person.id}
                onValue={(id) => setChosen(side === 0 ? [id, right.id] : [left.id, id])}
              />
            ) : (
              person.name
            )}
          </header>
          <ReviewText excerpt={excerpt} bars={bars} people={[person]} />
        </section>
      ))}
    </div>
  );
}
