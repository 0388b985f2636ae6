import { useState } from 'react';
import { type ConfusionMatrix, NONE } from '#core/agreement/confusion.ts';
import type { PlaceQuery } from '#core/agreement/survey/place-query.ts';
import type { PairReport } from '#core/agreement/survey/report.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import styles from '../Agreement.module.css';
import { formatCount } from '../format-figure.ts';
import { useAnnotatorName } from '../names.ts';
import { FigureButton } from './FigureButton.tsx';
import { shadeOf } from './shade.ts';

/** What one annotator took for something else: spans, relations and document labels of a pair. */
export function Confusion({ pair }: { readonly pair: PairReport }) {
  const [rule, setRule] = useState<'exact' | 'overlap'>('overlap');
  const { first, second } = pair;
  const ends = { first, second };
  return (
    <section className={styles.section} aria-label="Confusions">
      <h3>Confusions</h3>
      <Toggle
        label="Spans are the same where"
        choices={[
          { value: 'overlap', label: 'they share most characters' },
          { value: 'exact', label: 'they cover the same characters' },
        ]}
        value={rule}
        onValue={setRule}
      />
      <Matrix
        title="Spans"
        pair={pair}
        matrix={pair.confusion[rule]}
        queryOf={(row, column) => ({ ...ends, kind: 'span-cell', rule, row, column })}
      />
      {pair.relationConfusion.labels.length > 1 ? (
        <Matrix
          title="Relations between the same spans"
          pair={pair}
          matrix={pair.relationConfusion}
          queryOf={(row, column) => ({ ...ends, kind: 'relation-cell', row, column })}
        />
      ) : null}
      {pair.labelConfusion.map(({ name, ...matrix }) => (
        <Matrix
          key={name}
          title={`Document label ‘${name}’`}
          pair={pair}
          matrix={matrix}
          queryOf={(row, column) => ({ ...ends, kind: 'label-cell', name, row, column })}
        />
      ))}
    </section>
  );
}

interface MatrixProps {
  readonly title: string;
  readonly pair: PairReport;
  readonly matrix: ConfusionMatrix;
  readonly queryOf: (row: string, column: string) => PlaceQuery;
}

function Matrix({ title, pair, matrix, queryOf }: MatrixProps) {
  const nameOf = useAnnotatorName();
  const { labels, rows } = matrix;
  const most = Math.max(1, ...rows.flat());
  const nameOfLabel = (label: string) => (label === NONE ? 'nothing' : label);
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption>
          {title}: rows {nameOf(pair.first)}, columns {nameOf(pair.second)}
        </caption>
        <thead>
          <tr>
            <th />
            {labels.map((label) => (
              <th key={label} scope="col">
                {nameOfLabel(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((row, i) => (
            <tr key={row}>
              <th scope="row">{nameOfLabel(row)}</th>
              {labels.map((column, j) => {
                const count = rows[i]?.[j] ?? 0;
                const what = `${nameOfLabel(row)} / ${nameOfLabel(column)}`;
                return (
                  <td
                    key={column}
                    style={shadeOf(count / most, i === j ? 'good' : 'warn')}
                    data-diagonal={i === j}
                  >
                    {count === 0 ? (
                      <span className={styles.zero}>0</span>
                    ) : (
                      <FigureButton title={`${title}: ${what}`} query={queryOf(row, column)}>
                        {formatCount(count)}
                      </FigureButton>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
