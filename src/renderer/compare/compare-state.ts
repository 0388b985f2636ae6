import { create } from 'zustand';
import type { ProjectView } from '#api/calls/project.ts';
import type { Differences } from '#api/calls/review.ts';
import { ADJUDICATED, type AnnotatorId } from '#core/model/ids.ts';
import { type DifferenceFilter, EVERY_DIFFERENCE } from '#core/review/difference-filter.ts';
import { call } from '../state/client.ts';
import { cancelJob, runJob } from '../state/jobs.ts';

export type CompareLayout = 'together' | 'side-by-side';

export interface CompareState {
  /** Path of the project that all of this is about. */
  readonly project: string | null;
  /** Whose sets are compared; the first one is the reference. */
  readonly annotators: readonly AnnotatorId[];
  readonly filter: DifferenceFilter;
  /** What the host answered last, and to which filter. It stays while the next answer is made. */
  readonly found: { readonly differences: Differences; readonly filter: DifferenceFilter } | null;
  readonly error: string | null;
  /** Name of the job that compares; `null` where nothing is compared. */
  readonly running: string | null;
  /** Names what was read: another one after each comparison. */
  readonly reading: string;
  /** Key of the difference that is looked at (`differenceKey`); `null` for the first one. */
  readonly chosen: string | null;
  readonly layout: CompareLayout;
  /** How much text is shown around a difference: a place among the steps. */
  readonly step: number;
}

const CLEAN: CompareState = {
  ...{ project: null, annotators: [], filter: EVERY_DIFFERENCE, found: null, error: null },
  ...{ running: null, reading: '', chosen: null, layout: 'together', step: 0 },
};

/** What the page that compares annotators shows. */
export const useCompare = create<CompareState>()(() => CLEAN);

/** How long nothing more must be typed before the host is asked again, in milliseconds. */
const PAUSE_MS = 250;
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Begins with all who have a set, the adjudicated one as the reference; or where it was left, in the same
 * project.
 */
export function startComparing(project: ProjectView, withSets: ReadonlySet<string>): void {
  const before = useCompare.getState();
  const all = project.annotators.map(({ id }) => id).filter((id) => withSets.has(id));
  const isFitting =
    before.project === project.path &&
    before.annotators.length > 1 &&
    before.annotators.every((id) => withSets.has(id));
  if (!isFitting) {
    const annotators = [...all].sort(
      (a, b) => Number(b === ADJUDICATED) - Number(a === ADJUDICATED),
    );
    useCompare.setState({ ...CLEAN, project: project.path, annotators });
  }
  void compare({ afresh: true });
}

/** Chooses whose sets are compared; the first one is the reference. */
export function compareWith(annotators: readonly AnnotatorId[]): void {
  const { filter } = useCompare.getState();
  const keepsAnnotator = filter.annotator === null || annotators.includes(filter.annotator);
  useCompare.setState({
    annotators,
    found: null,
    filter: keepsAnnotator ? filter : { ...filter, annotator: null },
  });
  void compare();
}

/** Changes which differences are looked at. Where not all are here, the host is asked. */
export function filterBy(change: Partial<DifferenceFilter>): void {
  useCompare.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  clearTimeout(waiting);
  if (!isWhole(useCompare.getState())) waiting = setTimeout(() => void compare(), PAUSE_MS);
}

/** Whether every difference there is came with the last answer: then they can be filtered here. */
export function isWhole({ found }: Pick<CompareState, 'found'>): boolean {
  return found !== null && found.differences.differences.length === found.differences.counts.all;
}

async function compare({ afresh = false } = {}): Promise<void> {
  clearTimeout(waiting);
  const { annotators, running, filter: wanted, found } = useCompare.getState();
  if (running) cancelJob(running);
  if (annotators.length < 2) {
    useCompare.setState({ found: null, error: null, running: null });
    return;
  }
  // What fits into one answer is filtered here, so all of it is asked for first. The host, too, reads the
  // project again only where there is no filter.
  const filter = afresh || found === null || isWhole({ found }) ? EVERY_DIFFERENCE : wanted;
  let own = '';
  const answer = await runJob('Comparing annotators', 'compare', (job) => {
    own = job;
    useCompare.setState({ running: job, error: null });
    return call('review.differences', { documents: [], annotators, filter, job });
  });
  if (useCompare.getState().running !== own) return;
  if (!answer.ok) {
    const error = answer.error.code === 'cancelled' ? 'Stopped.' : answer.error.message;
    useCompare.setState({ running: null, error });
    return;
  }
  useCompare.setState({
    ...{ running: null, reading: own },
    found: { differences: answer.value, filter },
  });
  const state = useCompare.getState();
  if (!isWhole(state) && state.filter !== filter && state.filter !== EVERY_DIFFERENCE)
    void compare();
}

/** Leaves the page: what is being compared is stopped. The place is kept. */
export function leaveComparing(): void {
  clearTimeout(waiting);
  const { running } = useCompare.getState();
  if (running) cancelJob(running);
  useCompare.setState({ running: null });
}
