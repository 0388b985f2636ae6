import type { ComponentProps } from 'react';
import type { ExportSummary as Summary } from '#api/calls/exports.ts';
import { Button } from '../ui/Button.tsx';
import { Counting } from './Counting.tsx';
import styles from './ExportDialog.module.css';
import { ExportSummary } from './ExportSummary.tsx';
import { LossList } from './LossList.tsx';
import { PreviewReport } from './PreviewReport.tsx';
import type { usePreview } from './use-preview.ts';

interface ReportProps {
  readonly counted: ReturnType<typeof usePreview>;
  /** Why there is nothing to count. */
  readonly problem: string | null;
  /** What was written; then this is shown. */
  readonly summary: Summary | null;
  readonly losses: Omit<ComponentProps<typeof LossList>, 'losses'> | null;
}

/** What will be written and lost; afterwards, what was. */
export function Report({ counted, problem, summary, losses }: ReportProps) {
  const { preview, error, isCounting, isStopped, again } = counted;
  const wrong = problem ?? error;
  return (
    <div className={styles.reports}>
      {summary ? <ExportSummary summary={summary} /> : <Counting isCounting={isCounting} />}
      {wrong === null ? null : (
        <p className={styles.problem} role="status">
          {wrong}
        </p>
      )}
      {isStopped ? (
        <p className={styles.soft} role="status">
          Counting was stopped.{' '}
          <Button look="link" onClick={again}>
            Count
          </Button>
        </p>
      ) : null}
      {preview && !summary && wrong === null ? (
        <PreviewReport preview={preview} isCounting={isCounting}>
          {losses ? <LossList losses={preview.losses} {...losses} /> : null}
        </PreviewReport>
      ) : null}
    </div>
  );
}
