import type { AgreementReport } from '#core/agreement/survey/report.ts';
import styles from '../Agreement.module.css';
import { useAgreement } from '../agreement-state.ts';
import { Coefficients } from './Coefficients.tsx';
import { Confusion } from './Confusion.tsx';
import { Documents } from './Documents.tsx';
import { Gamma } from './Gamma.tsx';
import { Headline } from './Headline.tsx';
import { Measures } from './Measures.tsx';
import { Pairs } from './Pairs.tsx';
import { Types } from './Types.tsx';

/** All figures of a report, the one that matters first. */
export function Report({ report }: { readonly report: AgreementReport }) {
  const pair = useAgreement((state) => report.pairs[state.pair] ?? report.pairs[0]);
  return (
    <>
      <Headline report={report} />
      {report.pairs.length > 1 ? <Pairs report={report} /> : null}
      <Types report={report} />
      {pair ? <Measures pair={pair} /> : null}
      {pair ? <Confusion pair={pair} /> : null}
      <Coefficients report={report} />
      <Gamma />
      <Documents report={report} />
      {report.leftOut.length > 0 ? (
        <section className={styles.section} aria-label="Left out">
          <h3>Left out</h3>
          <ul>
            {report.leftOut.map(({ what, count, why }) => (
              <li key={what}>
                <strong>
                  {what}: {count.toLocaleString('en')}.
                </strong>{' '}
                {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
