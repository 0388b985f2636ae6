import { useSession } from '../state/session.ts';
import { Caret } from './Caret.tsx';
import { JobProgress } from './JobProgress.tsx';
import { SaveState } from './SaveState.tsx';
import styles from './StatusLine.module.css';

/** The line at the bottom: what is saved, what is running, how much there is, where the caret is. */
export function StatusLine() {
  return (
    <footer className={styles.line}>
      <SaveState />
      <JobProgress />
      <span className={styles.space} />
      <Mode />
      <Counts />
      <Caret />
    </footer>
  );
}

/** What a selection or a key would do now, where it is out of the ordinary. */
function Mode() {
  const { armed, edges, linking, selected } = useSession();
  const isCandidate = selected?.kind === 'span' && selected.id !== linking;
  const text = linking
    ? isCandidate
      ? 'Enter takes this span as the other end. Alt+→ and Alt+← go on, Esc gives up.'
      : 'Choose the other end of the relation: click it, or Alt+→ and Enter. Esc gives up.'
    : edges
      ? 'Arrow keys move the edges. Enter keeps, Esc gives up.'
      : armed
        ? `Selecting words tags them ${armed}. Esc puts the label down.`
        : '';
  return (
    <span className={styles.mode} role="status">
      {text}
    </span>
  );
}

const plural = (n: number, noun: string) =>
  `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

function Counts() {
  const document = useSession((state) => state.document);
  useSession(({ version }) => version);
  if (!document) return null;
  if (document.isPart) return <span data-reading>Reading annotations …</span>;
  const { spans, relations } = document.index.counts();
  return (
    <span>
      {plural(spans, 'span')}, {plural(relations, 'relation')}
    </span>
  );
}
