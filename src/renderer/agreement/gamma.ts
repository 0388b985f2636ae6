import type { GammaRequest } from '#api/calls/agreement.ts';
import { call } from '../state/client.ts';
import { newJob } from '../state/ids.ts';
import { runJob } from '../state/jobs.ts';
import { type GammaState, useAgreement } from './agreement-state.ts';

/** Weights of the paper, and a precision of two percent. */
const SETTINGS = { alpha: 1, beta: 1, deltaEmpty: 1, precision: 0.02 };

const become = (gamma: GammaState) => useAgreement.setState({ gamma });

function gammaRequest(): GammaRequest | null {
  const { request } = useAgreement.getState();
  return request && { ...request, ...SETTINGS };
}

/** Finds out how long gamma would take. */
export async function askGamma(): Promise<void> {
  const request = gammaRequest();
  if (!request) return;
  become({ state: 'asking' });
  const time = await call('agreement.gammaTime', { ...request, job: newJob('gamma-time') });
  if (useAgreement.getState().gamma.state !== 'asking') return;
  if (time.ok) become({ state: 'asked', seconds: time.value.seconds });
  else become({ state: 'failed', message: time.error.message });
}

/** Measures gamma. */
export async function runGamma(): Promise<void> {
  const request = gammaRequest();
  if (!request) return;
  let own = '';
  const report = await runJob('Measuring gamma', 'gamma', (job) => {
    own = job;
    become({ state: 'running', job });
    return call('agreement.gamma', { ...request, job });
  });
  const { gamma } = useAgreement.getState();
  if (gamma.state !== 'running' || gamma.job !== own) return;
  if (report.ok) become({ state: 'done', report: report.value });
  else if (report.error.code === 'cancelled') become({ state: 'none' });
  else become({ state: 'failed', message: report.error.message });
}

/** `about 2 minutes`. */
export function durationWords(seconds: number): string {
  if (seconds < 2) return 'about a second';
  if (seconds < 90) return `about ${Math.round(seconds)} seconds`;
  if (seconds < 5_400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3_600)} hours`;
}
