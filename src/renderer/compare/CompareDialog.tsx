import { useEffect } from 'react';
import { cancelJob } from '../state/jobs.ts';
import { useSession } from '../state/session.ts';
import { useShell } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './Compare.module.css';
import { SetsChoice } from './choices/SetsChoice.tsx';
import { type CompareLayout, leaveComparing, startComparing, useCompare } from './compare-state.ts';
import { Detail } from './detail/Detail.tsx';
import { DifferenceList } from './list/DifferenceList.tsx';
import { Filters } from './list/Filters.tsx';
import { chosenIndex, useShown } from './shown.ts';
import { onCompareKey } from './walk.ts';

interface CompareDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const NONE: readonly never[] = [];

/** What annotators differ on: a list over all documents, and the text around the one that is chosen. */
export function CompareDialog({ open, onOpenChange }: CompareDialogProps) {
  useEffect(() => {
    const { project, summaries } = useSession.getState();
    const withSets = new Set([...summaries.values()].map(({ annotatorId }) => annotatorId));
    if (project) startComparing(project, withSets);
    return leaveComparing;
  }, []);
  const shown = useShown();
  const chosen = useCompare((state) => state.chosen);
  const differences = shown?.differences ?? NONE;
  const at = chosenIndex(differences, chosen);
  const difference = differences[at];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Compare annotators"
      size="full"
      bare
      onKeyDown={(event) => onCompareKey(event, differences)}
    >
      <div className={styles.page}>
        <aside className={styles.side} aria-label="Differences">
          <SetsChoice />
          {shown ? <Filters counts={shown.counts} /> : null}
          <Summary />
          <DifferenceList differences={differences} at={at} />
        </aside>
        {difference ? <Detail difference={difference} /> : <Nothing />}
      </div>
      <footer className={styles.footer}>
        <Progress />
        <Hints />
        <LayoutToggle />
      </footer>
    </Dialog>
  );
}

function Summary() {
  const shown = useShown();
  const annotators = useCompare((state) => state.annotators.length);
  const alone = useCompare((state) => state.found?.differences.alone ?? 0);
  if (!shown || annotators < 2) return null;
  const { differences, counts } = shown;
  const parts = [
    counts.shown === counts.all
      ? `${count(counts.all)} ${counts.all === 1 ? 'difference' : 'differences'}`
      : `${count(counts.shown)} of ${count(counts.all)} differences`,
    ...(differences.length < counts.shown ? [`the first ${count(differences.length)} listed`] : []),
    ...(alone > 0
      ? [`${count(alone)} ${alone === 1 ? 'document' : 'documents'} by one of them only`]
      : []),
  ];
  return (
    <p className={styles.soft} role="status">
      {parts.join('; ')}
    </p>
  );
}

const count = (number: number) => number.toLocaleString('en');

/** Says why there is no difference to look at. */
function Nothing() {
  const annotators = useCompare((state) => state.annotators.length);
  const error = useCompare((state) => state.error);
  const counts = useShown()?.counts;
  if (error !== null) {
    return (
      <section className={styles.detail}>
        <p className={styles.error} role="alert">
          {error}
        </p>
      </section>
    );
  }
  return (
    <section className={styles.detail}>
      {annotators < 2 ? (
        <EmptyState icon="people" title="Comparing takes two annotators">
          Choose two sets on the left. They come from colleagues who work in this project, or by
          importing their work: File, Import annotations.
        </EmptyState>
      ) : null}
      {annotators > 1 && counts ? (
        <EmptyState icon="check" title={counts.all === 0 ? 'They agree on everything.' : 'None.'}>
          {counts.all === 0
            ? 'Nothing that two of them worked on differs.'
            : 'No difference passes these filters.'}
        </EmptyState>
      ) : null}
    </section>
  );
}

function Progress() {
  const running = useCompare((state) => state.running);
  const error = useCompare((state) => state.error);
  const progress = useShell(({ jobs }) => jobs.find((job) => job.id === running));
  if (running === null) {
    return (
      <span className={styles.grow} role="status">
        {error}
      </span>
    );
  }
  return (
    <span className={styles.grow} role="status">
      Comparing…{' '}
      <progress
        aria-label="Comparing"
        {...(progress && progress.total > 0 && { max: progress.total, value: progress.done })}
      />{' '}
      <Button look="link" onClick={() => cancelJob(running)}>
        Stop
      </Button>
    </span>
  );
}

const HINTS = [
  ['J', 'next'],
  ['K', 'previous'],
  ['N', 'next document'],
  ['Enter', 'open'],
  ['S', 'side by side'],
] as const;

function Hints() {
  return (
    <span className={styles.hints}>
      {HINTS.map(([keys, what]) => (
        <span key={keys}>
          <Kbd keys={keys} /> {what}
        </span>
      ))}
    </span>
  );
}

const LAYOUTS: readonly { readonly value: CompareLayout; readonly label: string }[] = [
  { value: 'together', label: 'Together' },
  { value: 'side-by-side', label: 'Side by side' },
];

function LayoutToggle() {
  const layout = useCompare((state) => state.layout);
  return (
    <Toggle
      label="How the sets are drawn"
      choices={LAYOUTS}
      value={layout}
      onValue={(value) => useCompare.setState({ layout: value })}
    />
  );
}
