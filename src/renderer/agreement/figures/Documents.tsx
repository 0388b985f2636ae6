import type { AgreementReport } from '#core/agreement/survey/report.ts';
import { openDocument } from '../../state/open-document.ts';
import { closeDialog } from '../../state/shell.ts';
import styles from '../Agreement.module.css';
import { formatCount, formatFigure } from '../format-figure.ts';
import { useDocumentName } from '../names.ts';
import { IntervalBar } from './IntervalBar.tsx';

/** Rows that are drawn; with more, those of least agreement are what one looks for. */
const MOST_ROWS = 200;

/** Agreement on each document, in the order of the project: training and tiring show. */
export function Documents({ report }: { readonly report: AgreementReport }) {
  const nameOf = useDocumentName();
  const { perDocument } = report;
  if (perDocument.length === 0) return null;
  const shown =
    perDocument.length <= MOST_ROWS
      ? perDocument
      : [...perDocument].sort((a, b) => (a.f1 ?? 2) - (b.f1 ?? 2)).slice(0, MOST_ROWS);
  const open = (id: string) => {
    closeDialog('agreement');
    void openDocument(id);
  };
  return (
    <section className={styles.section} aria-label="By document">
      <h3>By document</h3>
      {shown.length < perDocument.length ? (
        <p className={styles.soft}>
          The {formatCount(MOST_ROWS)} of least agreement, of {formatCount(perDocument.length)}.
        </p>
      ) : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">F1</th>
            <th scope="col" aria-label="F1 as a bar" />
            <th scope="col">Pairs</th>
            <th scope="col">Spans</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, f1, pairs, spans }) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className={styles.link} onClick={() => open(id)}>
                  {nameOf(id)}
                </button>
              </th>
              <td className={styles.number}>{formatFigure(f1)}</td>
              <td>
                <IntervalBar value={f1} interval={null} />
              </td>
              <td className={styles.number}>{formatCount(pairs)}</td>
              <td className={styles.number}>{formatCount(spans)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
