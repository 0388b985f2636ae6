import type { AgreementReport } from '#core/agreement/survey/report.ts';
import styles from '../Agreement.module.css';
import { useAgreement } from '../agreement-state.ts';
import { formatFigure } from '../format-figure.ts';
import { useAnnotatorName } from '../names.ts';
import { shadeOf } from './shade.ts';

/** F1 of every pair of annotators, as a matrix; a pair that is chosen is shown in detail below. */
export function Pairs({ report }: { readonly report: AgreementReport }) {
  const nameOf = useAnnotatorName();
  const chosen = useAgreement((state) => state.pair);
  const { annotators, pairs, rule, headline } = report;
  return (
    <section className={styles.section} aria-label="Pairs of annotators">
      <h3>Pairs of annotators</h3>
      <p className={styles.soft}>
        Mean {formatFigure(headline.f1)}, standard deviation {formatFigure(headline.deviation)}. The
        pair that is chosen is shown in detail below.
      </p>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th />
            {annotators.slice(1).map((id) => (
              <th key={id} scope="col">
                {nameOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annotators.slice(0, -1).map((first, row) => (
            <tr key={first}>
              <th scope="row">{nameOf(first)}</th>
              {annotators.slice(1).map((second, column) => {
                const at = pairs.findIndex(
                  (pair) => pair.first === first && pair.second === second,
                );
                const f1 = pairs[at]?.spans[rule].f1 ?? null;
                if (column < row) return <td key={second} />;
                return (
                  <td key={second} style={shadeOf(f1, 'accent')}>
                    <button
                      type="button"
                      className={styles.figure}
                      aria-pressed={at === chosen}
                      aria-label={`${nameOf(first)} and ${nameOf(second)}: ${formatFigure(f1)}`}
                      onClick={() => useAgreement.setState({ pair: at })}
                    >
                      {formatFigure(f1)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
