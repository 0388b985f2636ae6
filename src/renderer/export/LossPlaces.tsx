import { useEffect, useState } from 'react';
import type { ExportLoss, ExportRequest, LossPlace } from '#api/calls/exports.ts';
import { call } from '../state/client.ts';
import { runJob } from '../state/jobs.ts';
import { openDocument } from '../state/open-document.ts';
import { closeDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ExportDialog.module.css';

interface LossPlacesProps {
  readonly loss: ExportLoss;
  readonly request: ExportRequest;
}

/** The host gives no more. */
const MOST = 50;

/** The first places that lose something; each opens its document there. */
export function LossPlaces({ loss, request }: LossPlacesProps) {
  const [isOpen, setOpen] = useState(false);
  const [places, setPlaces] = useState<readonly LossPlace[] | string | null>(null);
  const key = JSON.stringify([request, loss.what, loss.count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is asked.
  useEffect(() => {
    setPlaces(null);
    if (!isOpen) return;
    let isCurrent = true;
    void runJob('Looking for places', 'places', (job) =>
      call('export.places', { ...request, loss: { what: loss.what, why: loss.why }, job }),
    ).then((answer) => {
      if (isCurrent) setPlaces(answer.ok ? answer.value : answer.error.message);
    });
    return () => {
      isCurrent = false;
    };
  }, [key, isOpen]);
  return (
    <>
      <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide places' : 'Show places'}
      </Button>
      {isOpen ? <Places places={places} what={loss.what} /> : null}
    </>
  );
}

interface PlacesProps {
  readonly places: readonly LossPlace[] | string | null;
  readonly what: string;
}

function Places({ places, what }: PlacesProps) {
  if (places === null) return <p className={styles.soft}>Looking…</p>;
  if (typeof places === 'string') return <p className={styles.soft}>{places}</p>;
  if (places.length === 0) {
    return <p className={styles.soft}>This is about no single annotation.</p>;
  }
  return (
    <ul className={styles.places} aria-label={`Places: ${what}`}>
      {places.map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places are told once and never move.
        <li key={i}>
          <button type="button" className={styles.place} onClick={() => show(place)}>
            <span className={styles.placeDocument}>{place.documentName}</span>
            <span>{place.words}</span>
          </button>
        </li>
      ))}
      {places.length >= MOST ? <li className={styles.soft}>These are the first {MOST}.</li> : null}
    </ul>
  );
}

function show({ documentId, annotatorId, range }: LossPlace) {
  closeDialog('export');
  void openDocument(documentId, { annotatorId, ...(range ? { at: range } : {}) });
}
