import { useMemo } from 'react';
import type { ReviewExcerpt } from '#core/review/reviewed-document.ts';
import { useSession } from '../../state/session.ts';
import { entityClass } from '../../text/type-colors.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Person } from '../people.ts';
import { type BarPiece, cutPieces, type Piece } from './cut-pieces.ts';
import type { Bar } from './place-bars.ts';
import styles from './ReviewText.module.css';

interface ReviewTextProps {
  readonly excerpt: ReviewExcerpt;
  /** Where bars lie. All make room, so that the same text with others' bars has the same lines. */
  readonly bars: readonly Bar[];
  readonly people: readonly Person[];
}

/** Some text with the marks of several people: what all agree on quietly, what they do not in rows below the words. */
export function ReviewText({ excerpt, bars, people }: ReviewTextProps) {
  const { parts, length } = excerpt;
  const shown = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  return (
    <div className={styles.text} dir="auto">
      {parts.map((part, i) => (
        <div key={part.start} className={styles.part}>
          {part.start > 0 ? <span className={styles.soft}>… </span> : null}
          {cutPieces(part, excerpt.spans, bars).map((piece) => (
            <PieceView key={piece.start} piece={piece} people={shown} />
          ))}
          {part.end < length || i < parts.length - 1 ? (
            <span className={styles.soft}> …</span>
          ) : null}
        </div>
      ))}
    </div>
  );
}

interface PieceViewProps {
  readonly piece: Piece;
  readonly people: ReadonlyMap<string, Person>;
}

function PieceView({ piece, people }: PieceViewProps) {
  const { text, agreed, isChosen, bars } = piece;
  if (bars.length === 0 && agreed.length === 0 && !isChosen) return text;
  return (
    <span
      className={classNames(styles.piece, bars.length > 0 && styles.loud)}
      data-agreed={agreed.length > 0}
      data-chosen={isChosen}
      title={agreed.length > 0 ? `${agreed.join(', ')}: all agree` : undefined}
    >
      {text}
      {bars.map((each) => (
        <BarView
          key={`${each.bar.annotator} ${each.bar.row}`}
          piece={each}
          person={people.get(each.bar.annotator)}
        />
      ))}
      {bars.length > 0 ? (
        <span
          className={styles.strut}
          style={{ '--rows': bars[0]?.bar.rows ?? 0 }}
          aria-hidden="true"
        />
      ) : null}
    </span>
  );
}

/** Width of a character of the text, roughly, in CSS pixels. */
const CHARACTER = 7.4;

function BarView({
  piece,
  person,
}: {
  readonly piece: BarPiece;
  readonly person: Person | undefined;
}) {
  const types = useSession((state) => state.project?.schema.entityTypes);
  const { bar, isGap, isFirst, starts, ends, room } = piece;
  if (!person) return null;
  const number = types?.findIndex(({ name }) => name === bar.type) ?? -1;
  const isNothing = bar.type === null;
  return (
    <span
      className={styles.bar}
      data-lane={person.lane}
      data-what={isNothing ? 'nothing' : isGap ? 'gap' : 'range'}
      data-starts={starts}
      data-ends={ends}
      data-chosen={bar.isChosen}
      style={{ '--row': bar.row }}
      aria-hidden="true"
    >
      {isFirst ? (
        <span className={styles.name} style={{ maxWidth: room * CHARACTER - 4 }}>
          <b>{person.initials}</b>{' '}
          {isNothing ? (
            'nothing'
          ) : (
            <>
              <i className={classNames(styles.dot, entityClass(number))} />
              {bar.type}
            </>
          )}
        </span>
      ) : null}
    </span>
  );
}
