import type { Problem } from '#core/problem.ts';
import { jumpTo } from '../jump.ts';
import type { OpenSetView } from '../use-open-set.ts';
import styles from './ProblemsSection.module.css';
import { Section } from './Section.tsx';

/** Problems drawn at once; a set with more of them has one cause, and the first ones show it. */
const SHOWN = 50;

/** What is wrong with the set as it was read. Nothing of it is mended in silence. */
export function ProblemsSection({ set }: { readonly set: OpenSetView }) {
  const { problems } = set.document;
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <Section title={`Problems (${problems.length})`} part="problems">
      <ul className={styles.problems} aria-label="Problems">
        {problems.slice(0, SHOWN).map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and never move.
          <li key={i}>
            <ProblemRow problem={problem} set={set} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.more}>And {more} more like these.</p> : null}
    </Section>
  );
}

function ProblemRow({ problem, set }: { readonly problem: Problem; readonly set: OpenSetView }) {
  const id = problem.place?.id;
  const record = id === undefined ? undefined : set.index.get(id);
  if (record?.kind !== 'span' && record?.kind !== 'relation') {
    return <p className={styles.problem}>{problem.message}</p>;
  }
  return (
    <button type="button" className={styles.problem} onClick={() => jumpTo(record)}>
      {problem.message}
    </button>
  );
}
