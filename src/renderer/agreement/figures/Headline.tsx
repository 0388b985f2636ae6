import { DEFINITIONS, SPAN_DEFINITIONS } from '#core/agreement/definitions.ts';
import type { AgreementReport } from '#core/agreement/survey/report.ts';
import styles from '../Agreement.module.css';
import { formatFigure } from '../format-figure.ts';
import { About } from './About.tsx';

/** The one figure to report, with its interval, and what it means. */
export function Headline({ report }: { readonly report: AgreementReport }) {
  const { headline, rule, documents, pairs } = report;
  const { f1, interval, level } = headline;
  const isMean = pairs.length > 1;
  return (
    <section className={styles.headline} aria-label="Headline">
      <p className={styles.big}>{formatFigure(f1)}</p>
      <div>
        <p>
          <strong>
            {isMean ? `Mean F1 of ${pairs.length} pairs` : 'F1'} of spans,{' '}
            {SPAN_DEFINITIONS[rule].name.toLowerCase()}
          </strong>
          {interval && interval.lower !== null && interval.upper !== null
            ? `, ${Math.round(level * 100)} % interval ${interval.lower.toFixed(3)} to ${interval.upper.toFixed(3)}`
            : ''}
          .
        </p>
        <p className={styles.soft}>
          {f1 === null ? whyNot(documents) : `On ${count(documents)} in common.`}
          {documents === 1 ? ' An interval takes two documents at least.' : ''}
        </p>
        <About definition={DEFINITIONS.f1} />
      </div>
    </section>
  );
}

function whyNot(documents: number): string {
  return documents === 0
    ? 'Not defined: these people have no document in common that two of them worked on.'
    : `Not defined: on ${count(documents)} in common nobody marked a span of these types.`;
}

const count = (documents: number) =>
  `${documents.toLocaleString('en')} ${documents === 1 ? 'document' : 'documents'}`;
