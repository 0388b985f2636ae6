import type { ReactNode } from 'react';
import type { PlaceQuery } from '#core/agreement/survey/place-query.ts';
import styles from '../Agreement.module.css';
import { showPlaces, useAgreement } from '../agreement-state.ts';

interface FigureButtonProps {
  /** What the places are, as title of their list and for those who hear it. */
  readonly title: string;
  readonly query: PlaceQuery | readonly PlaceQuery[];
  readonly children: ReactNode;
}

/** A number that opens the places it was counted from. */
export function FigureButton({ title, query, children }: FigureButtonProps) {
  const isShown = useAgreement(({ places }) => places?.title === title);
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={title}
      aria-pressed={isShown}
      onClick={() => void showPlaces(title, [query].flat())}
    >
      {children}
    </button>
  );
}
