import { DEFINITIONS } from '#core/agreement/definitions.ts';
import type { AgreementReport, NamedCoefficient } from '#core/agreement/survey/report.ts';
import styles from '../Agreement.module.css';
import { formatCount, formatFigure } from '../format-figure.ts';

const NAMES: readonly NamedCoefficient['name'][] = ['alpha', 'cohen', 'scott', 'fleiss'];

/** Coefficients beyond chance, on tokens and on document labels. */
export function Coefficients({ report }: { readonly report: AgreementReport }) {
  const { tokens, documentLabels } = report;
  const columns = [
    ...(tokens.count > 0
      ? [
          { name: `All ${formatCount(tokens.count)} tokens`, all: tokens.all },
          {
            name: `The ${formatCount(tokens.annotated)} that somebody marked`,
            all: tokens.annotatedOnly,
          },
        ]
      : []),
    ...documentLabels.map(({ name, coefficients }) => ({
      name: `Document label ‘${name}’`,
      all: coefficients,
    })),
  ];
  if (columns.length === 0) return null;
  return (
    <section className={styles.section} aria-label="Beyond chance">
      <h3>Beyond chance</h3>
      <p className={styles.soft}>
        Most tokens are marked by nobody, and agreeing on those lifts a coefficient: so it is shown
        on the marked ones, too.
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Coefficient</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NAMES.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <details className={styles.about}>
                    <summary>{DEFINITIONS[name].name}</summary>
                    <p>{DEFINITIONS[name].meaning}</p>
                    <p className={styles.soft}>{DEFINITIONS[name].source}</p>
                  </details>
                </th>
                {columns.map((column) => (
                  <Cell key={column.name} found={column.all.find((each) => each.name === name)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ found }: { readonly found: NamedCoefficient | undefined }) {
  if (!found) return <td />;
  const { value, observed, why, pairs } = found;
  return (
    <td className={styles.number}>
      {formatFigure(value)}
      <small>
        {observed === null ? '' : `observed ${observed.toFixed(3)}`}
        {pairs > 1 ? `, mean of ${pairs} pairs` : ''}
        {why === null ? '' : ` ${why}`}
      </small>
    </td>
  );
}
