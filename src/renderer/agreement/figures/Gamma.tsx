import { DEFINITIONS } from '#core/agreement/definitions.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../Agreement.module.css';
import { useAgreement } from '../agreement-state.ts';
import { formatCount, formatFigure } from '../format-figure.ts';
import { askGamma, durationWords, runGamma } from '../gamma.ts';
import { About } from './About.tsx';

/** Gamma, which is measured on request: how long it takes is said before. */
export function Gamma() {
  const gamma = useAgreement((state) => state.gamma);
  return (
    <section className={styles.section} aria-label="Gamma">
      <h3>Gamma</h3>
      {gamma.state === 'none' ? (
        <Button onClick={() => void askGamma()}>Measure gamma…</Button>
      ) : null}
      {gamma.state === 'asking' ? <p role="status">Finding out how long it will take…</p> : null}
      {gamma.state === 'asked' ? (
        <p>
          It will take {durationWords(gamma.seconds)}.{' '}
          <Button look="primary" onClick={() => void runGamma()}>
            Measure it
          </Button>
        </p>
      ) : null}
      {gamma.state === 'failed' ? (
        <p className={styles.error} role="alert">
          {gamma.message}
        </p>
      ) : null}
      {gamma.state === 'done' ? <GammaFigures report={gamma.report} /> : null}
      <About definition={DEFINITIONS.gamma} />
      <About definition={DEFINITIONS['gamma-cat']} />
    </section>
  );
}

type GammaDone = Extract<ReturnType<typeof useAgreement.getState>['gamma'], { state: 'done' }>;

function GammaFigures({ report }: Pick<GammaDone, 'report'>) {
  const defined = report.documents.filter(({ gamma }) => gamma !== null);
  const samples = report.documents.reduce((sum, each) => sum + each.samples, 0);
  const unproven = report.documents.filter(({ isProven }) => !isProven).length;
  return (
    <p>
      <strong>{formatFigure(report.gamma)}</strong>, gamma-cat{' '}
      <strong>{formatFigure(report.gammaCat)}</strong>: mean of {formatCount(defined.length)} of{' '}
      {formatCount(report.documents.length)} documents, {formatCount(samples)} random texts.
      {unproven > 0
        ? ` In ${formatCount(unproven)} of them a text was too dense to prove that the best alignment was found.`
        : ''}
    </p>
  );
}
