import { useMemo } from 'react';
import type { Problem } from '#core/problem.ts';
import { call } from '../../../state/client.ts';
import { say } from '../../../state/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { placeOf, textOf } from '../problem-list.ts';
import { useImport } from '../store.ts';
import { VirtualList } from '../VirtualList.tsx';
import { LeavableField } from './LeavableField.tsx';
import styles from './ProblemsPanel.module.css';

interface ProblemsPanelProps {
  readonly problems: readonly Problem[];
  /** All there are; those beyond the list are not in it. */
  readonly count: number;
}

/** Everything that is not read as it stands: file, place, reason. */
export function ProblemsPanel({ problems, count }: ProblemsPanelProps) {
  const query = useImport((state) => state.query);
  const found = useMemo(() => {
    const needle = query.trim().toLowerCase();
    return problems.filter((problem) => textOf(problem).toLowerCase().includes(needle));
  }, [problems, query]);
  if (problems.length === 0)
    return <EmptyState icon="check" title="Everything is read as it stands" />;
  const copy = async () => {
    const copied = await call('app.copy', { text: `${found.map(textOf).join('\n')}\n` });
    if (copied.ok) say('info', 'Copied.');
    else say('error', copied.error.message);
  };
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <LeavableField
          label="Search the problems"
          labelHidden
          placeholder="Search: file or words"
          value={query}
          onValue={(value) => useImport.setState({ query: value })}
        />
        <span className={styles.soft} role="status">
          {found.length === count
            ? ''
            : `${found.length.toLocaleString('en')} of ${count.toLocaleString('en')}`}
        </span>
        <Button onClick={() => void copy()} disabled={found.length === 0}>
          Copy as text
        </Button>
      </div>
      <VirtualList label="Problems" items={found} keyOf={textOf} height={() => 46}>
        {(problem, tabIndex) => (
          <div data-main tabIndex={tabIndex} className={styles.row}>
            <p className={styles.place} title={placeOf(problem)}>
              <bdi>{shortPlace(problem)}</bdi>
            </p>
            <p className={styles.message}>{problem.message}</p>
          </div>
        )}
      </VirtualList>
    </div>
  );
}

/** The file without the folders before it: the whole path is in the title. */
function shortPlace(problem: Problem): string {
  const { file } = problem.place ?? {};
  if (file === undefined) return placeOf(problem);
  const name = file.split(/[/\\]/u).at(-1) ?? file;
  return placeOf({ ...problem, place: { ...problem.place, file: name } });
}
