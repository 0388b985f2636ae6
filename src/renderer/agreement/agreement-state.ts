import { create } from 'zustand';
import type { AgreementRequest, GammaReport } from '#api/calls/agreement.ts';
import type { ProjectView } from '#api/calls/project.ts';
import type { Value } from '#api/contract.ts';
import type { PlaceQuery } from '#core/agreement/survey/place-query.ts';
import type { AgreementReport } from '#core/agreement/survey/report.ts';
import { call } from '../state/client.ts';
import { newJob } from '../state/ids.ts';
import { cancelJob, runJob } from '../state/jobs.ts';

/** The places behind a figure, and what they are. */
export interface ShownPlaces {
  /** Such as `Person taken for Organization`. */
  readonly title: string;
  readonly queries: readonly PlaceQuery[];
  /** `null` while they are looked for. */
  readonly found: Value<'agreement.places'> | null;
}

export interface AgreementState {
  /** Path of the project that the request is about. */
  readonly project: string;
  readonly request: AgreementRequest | null;
  /** Of the last request that was answered; it stays while the next one is measured. */
  readonly report: AgreementReport | null;
  readonly error: string | null;
  /** Name of the job that measures; `null` where nothing is measured. */
  readonly running: string | null;
  /** The pair shown in detail: its place among the pairs. */
  readonly pair: number;
  readonly places: ShownPlaces | null;
  readonly gamma: GammaState;
}

/** Gamma is taken on request only: it can take minutes. */
export type GammaState =
  | { readonly state: 'none' | 'asking' }
  | { readonly state: 'asked'; readonly seconds: number }
  | { readonly state: 'running'; readonly job: string }
  | { readonly state: 'done'; readonly report: GammaReport }
  | { readonly state: 'failed'; readonly message: string };

const CLEAN: AgreementState = {
  ...{
    project: '',
    request: null,
    report: null,
    error: null,
    running: null,
    pair: 0,
    places: null,
  },
  gamma: { state: 'none' },
};

/** What the agreement page shows. */
export const useAgreement = create<AgreementState>()(() => CLEAN);

/** Begins with everybody who has a set, on all documents; in the same project again as it was left. */
export function startAgreement(project: ProjectView, withSets: ReadonlySet<string>): void {
  const { request, project: before, report, pair, places } = useAgreement.getState();
  const people = project.annotators.map(({ id }) => id).filter((id) => withSets.has(id));
  const isKnown = before === project.path && request !== null && request.annotators.length > 1;
  if (isKnown && request.annotators.every((id) => people.includes(id))) {
    // As it was left, with the list of places: one goes through it place by place.
    useAgreement.setState({ ...CLEAN, project: project.path, request, report, pair, places });
  } else {
    const first: AgreementRequest = {
      ...{ documents: [], annotators: people, entityTypes: null, relationTypes: null },
      ...{ rule: 'exact', replicates: 1_000, level: 0.95, seed: 1 },
    };
    useAgreement.setState({ ...CLEAN, project: project.path, request: first });
  }
  void measure();
}

/** Changes what is compared, and measures again. */
export function ask(change: Partial<AgreementRequest>): void {
  const { request } = useAgreement.getState();
  if (!request) return;
  useAgreement.setState({
    request: { ...request, ...change },
    ...{ pair: 0, places: null, gamma: { state: 'none' } },
  });
  void measure();
}

async function measure(): Promise<void> {
  const { request, running } = useAgreement.getState();
  if (running) cancelJob(running);
  if (!request || request.annotators.length < 2) {
    useAgreement.setState({ report: null, error: null, running: null });
    return;
  }
  let own = '';
  const report = await runJob('Measuring agreement', 'agreement', (job) => {
    own = job;
    useAgreement.setState({ running: job, error: null });
    return call('agreement.run', { ...request, job });
  });
  if (useAgreement.getState().running !== own) return;
  if (report.ok) useAgreement.setState({ report: report.value, running: null });
  else {
    const error = report.error.code === 'cancelled' ? 'Stopped.' : report.error.message;
    useAgreement.setState({ running: null, error });
  }
}

/** Leaves the page: what is being measured is stopped. */
export function leaveAgreement(): void {
  const { running, gamma } = useAgreement.getState();
  if (running) cancelJob(running);
  if (gamma.state === 'running') cancelJob(gamma.job);
  useAgreement.setState({ running: null, gamma: { state: 'none' } });
}

/** Looks up what a figure was counted from. */
export async function showPlaces(title: string, queries: readonly PlaceQuery[]): Promise<void> {
  const { request } = useAgreement.getState();
  if (!request) return;
  useAgreement.setState({ places: { title, queries, found: null } });
  const job = newJob('places');
  const found = await call('agreement.places', { request, queries, job });
  if (useAgreement.getState().places?.queries !== queries) return;
  if (found.ok) useAgreement.setState({ places: { title, queries, found: found.value } });
  else useAgreement.setState({ places: null, error: found.error.message });
}

export const hidePlaces = () => useAgreement.setState({ places: null });
