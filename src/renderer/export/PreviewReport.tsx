import type { ReactNode } from 'react';
import type { ExportPreview } from '#api/calls/exports.ts';
import { plural } from '../inspector/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ExportDialog.module.css';

interface PreviewReportProps {
  readonly preview: ExportPreview;
  readonly isCounting: boolean;
  /** What is done about what the format cannot hold. */
  readonly children: ReactNode;
}

/** Names of files that are shown. */
const NAMES = 6;

/** What would be written and what would be lost, before anything is. */
export function PreviewReport({ preview, isCounting, children }: PreviewReportProps) {
  const { documents, sets, spans, relations, labels, notes, losses, files, fileCount } = preview;
  const shown = files.slice(0, NAMES);
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
        children
      )}
      <p className={styles.soft}>
        Writes {plural(fileCount, 'file')}: {shown.join(', ')}
        {fileCount > shown.length ? ', …' : ''}
        {preview.leftOutFile === null ? '' : `; and ${preview.leftOutFile}`}
      </p>
    </div>
  );
}
