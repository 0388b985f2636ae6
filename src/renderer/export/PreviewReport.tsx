import type { ExportPreview } from '#api/calls/exports.ts';
import { lossWords } from '#core/formats/losses.ts';
import { plural } from '../inspector/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ExportDialog.module.css';

interface PreviewReportProps {
  readonly preview: ExportPreview | null;
  readonly isCounting: boolean;
  /** Why there is nothing to show. */
  readonly problem: string | null;
}

/** What would be written and what would be lost, before anything is. */
export function PreviewReport({ preview, isCounting, problem }: PreviewReportProps) {
  if (problem !== null) {
    return (
      <p className={styles.problem} role="status">
        {problem}
      </p>
    );
  }
  if (!preview) return <p className={styles.soft}>Counting…</p>;
  const { documents, sets, spans, relations, labels, notes, losses, files, fileCount } = preview;
  const more = fileCount - files.length;
  return (
    <div className={styles.report} data-counting={isCounting} role="status">
      <p>
        {plural(spans, 'span')} and {plural(relations, 'relation')}
        {labels > 0 ? `, ${plural(labels, 'document label')}` : ''}
        {notes > 0 ? `, ${plural(notes, 'note')}` : ''} in {plural(documents, 'document')} (
        {plural(sets, 'annotation set')})
      </p>
      {losses.length === 0 ? (
        <p className={styles.good}>
          <Icon name="check" /> Nothing is lost.
        </p>
      ) : (
        <section className={styles.losses} aria-label="What will be left out">
          <p className={styles.lossTitle}>
            <Icon name="warning" /> This format cannot hold everything:
          </p>
          <ul>
            {losses.map(({ what, count, why }) => (
              <li key={what}>
                <strong>{lossWords({ what, count })}</strong>
                {why === '' ? '' : ` – ${why}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.soft}>
        Writes {plural(fileCount, 'file')}: {files.slice(0, 6).join(', ')}
        {fileCount > Math.min(6, files.length) && more + files.length > 6 ? ', …' : ''}
      </p>
    </div>
  );
}
