import { useEffect } from 'react';
import { cancelJob } from '../state/jobs.ts';
import { useSession } from '../state/session.ts';
import { useShell } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Agreement.module.css';
import { hidePlaces, leaveAgreement, startAgreement, useAgreement } from './agreement-state.ts';
import { Choices } from './choices/Choices.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { Report } from './figures/Report.tsx';
import { PlacesPanel } from './places/PlacesPanel.tsx';

interface AgreementDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** How far annotators agree: what is compared on the left, the figures, and the places behind a figure. */
export function AgreementDialog({ open, onOpenChange }: AgreementDialogProps) {
  useEffect(() => {
    const { project, summaries } = useSession.getState();
    const withSets = new Set([...summaries.values()].map(({ annotatorId }) => annotatorId));
    if (project) startAgreement(project, withSets);
    return leaveAgreement;
  }, []);
  const onEscape = () => {
    if (!useAgreement.getState().places) return false;
    hidePlaces();
    return true;
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Agreement"
      size="full"
      bare
      onEscape={onEscape}
    >
      <div className={styles.page}>
        <Choices />
        <Figures />
        <PlacesPanel />
      </div>
      <footer className={styles.footer}>
        <Progress />
        <ExportButtons />
      </footer>
    </Dialog>
  );
}

function Figures() {
  const report = useAgreement((state) => state.report);
  const request = useAgreement((state) => state.request);
  const error = useAgreement((state) => state.error);
  const isRunning = useAgreement((state) => state.running !== null);
  return (
    <main className={styles.figures} data-stale={isRunning} aria-busy={isRunning}>
      {error === null ? null : (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {(request?.annotators.length ?? 0) < 2 ? (
        <EmptyState title="Agreement takes two annotators">
          Choose two people on the left. Sets come from colleagues who work in this project, or by
          importing their work: File, Import annotations.
        </EmptyState>
      ) : null}
      {report ? <Report report={report} /> : null}
    </main>
  );
}

function Progress() {
  const running = useAgreement((state) => state.running);
  const gamma = useAgreement((state) => state.gamma);
  const id = running ?? (gamma.state === 'running' ? gamma.job : null);
  const progress = useShell(({ jobs }) => jobs.find((job) => job.id === id));
  if (id === null) return <span className={styles.grow} />;
  return (
    <span className={styles.grow} role="status">
      {running ? 'Measuring…' : 'Measuring gamma…'}{' '}
      <progress
        aria-label="Measuring"
        {...(progress && progress.total > 0 && { max: progress.total, value: progress.done })}
      />{' '}
      <Button look="link" onClick={() => cancelJob(id)}>
        Stop
      </Button>
    </span>
  );
}
