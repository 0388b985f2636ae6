import type { AgreementReport } from '#core/agreement/survey/report.ts';
import styles from '../Agreement.module.css';
import { formatCount, formatFigure, formatInterval } from '../format-figure.ts';
import { FigureButton } from './FigureButton.tsx';
import { IntervalBar } from './IntervalBar.tsx';

/** F1 of each entity type with its interval, all pairs together. */
export function Types({ report }: { readonly report: AgreementReport }) {
  if (report.perType.length === 0) return null;
  const queryOf = (label: string, outcome: 'match' | 'first-only' | 'second-only') =>
    report.pairs.map(({ first, second }) => ({
      ...{ kind: 'spans' as const, first, second, rule: report.rule },
      ...{ outcome, label, document: null },
    }));
  const isOnePair = report.pairs.length === 1;
  return (
    <section className={styles.section} aria-label="By type">
      <h3>By type</h3>
      <p className={styles.soft}>
        {isOnePair ? '' : 'Counts of all pairs together. '}
        Each bar goes from 0 to 1; the line is the interval.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">F1</th>
            <th scope="col" aria-label="F1 as a bar" />
            <th scope="col">Interval</th>
            <th scope="col">Matches</th>
            <th scope="col">Only first</th>
            <th scope="col">Only second</th>
          </tr>
        </thead>
        <tbody>
          {report.perType.map(({ label, f1, interval, matches, first: ours, second: theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.number}>{formatFigure(f1)}</td>
              <td>
                <IntervalBar value={f1} interval={interval} />
              </td>
              <td className={styles.number}>{formatInterval(interval)}</td>
              <td className={styles.number}>
                <FigureButton title={`${label}: matches`} query={queryOf(label, 'match')}>
                  {formatCount(matches)}
                </FigureButton>
              </td>
              <td className={styles.number}>
                <FigureButton
                  title={`${label}: only the first annotator`}
                  query={queryOf(label, 'first-only')}
                >
                  {formatCount(ours - matches)}
                </FigureButton>
              </td>
              <td className={styles.number}>
                <FigureButton
                  title={`${label}: only the second annotator`}
                  query={queryOf(label, 'second-only')}
                >
                  {formatCount(theirs - matches)}
                </FigureButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
