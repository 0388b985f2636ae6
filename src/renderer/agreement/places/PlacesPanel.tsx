import type { FoundPlace } from '#api/calls/agreement.ts';
import { openDocument } from '../../state/open-document.ts';
import { closeDialog } from '../../state/shell.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from '../Agreement.module.css';
import { hidePlaces, useAgreement } from '../agreement-state.ts';
import { formatCount } from '../format-figure.ts';
import { useDocumentName } from '../names.ts';

/** The places that a figure was counted from; each opens the document there. */
export function PlacesPanel() {
  const places = useAgreement((state) => state.places);
  const nameOf = useDocumentName();
  if (!places) return null;
  const { title, found } = places;
  const go = (place: FoundPlace) => {
    const annotatorId = place.annotators[place.first === null ? 1 : 0];
    closeDialog('agreement');
    void openDocument(place.document, {
      annotatorId,
      ...(place.range && { at: place.range }),
    });
  };
  return (
    <aside className={styles.places} aria-label="Places">
      <header>
        <h3>{title}</h3>
        <IconButton icon="close" label="Close the list of places" onClick={hidePlaces} />
      </header>
      {found === null ? (
        <p role="status">Looking for them…</p>
      ) : (
        <p className={styles.soft} role="status">
          {formatCount(found.count)} {found.count === 1 ? 'place' : 'places'}
          {found.places.length < found.count
            ? `, the first ${formatCount(found.places.length)}`
            : ''}
        </p>
      )}
      <ul>
        {found?.places.map((place, i) => (
          // Places have no id of their own, and the list never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={i}>
            <button type="button" className={styles.place} onClick={() => go(place)}>
              {place.words === '' ? null : (
                <span>
                  <span className={styles.soft}>{place.before}</span>
                  <mark>{place.words}</mark>
                  <span className={styles.soft}>{place.after}</span>
                </span>
              )}
              <small>
                {nameOf(place.document)}
                {labelsOf(place)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function labelsOf({ firstLabel, secondLabel }: FoundPlace): string {
  if (firstLabel === secondLabel) return firstLabel === null ? '' : `, ${firstLabel}`;
  return `, ${firstLabel ?? 'nothing'} / ${secondLabel ?? 'nothing'}`;
}
