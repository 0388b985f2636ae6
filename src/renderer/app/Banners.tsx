import { useEffect, useState } from 'react';
import { ViewingBanner } from '../history/ViewingBanner.tsx';
import { showAnnotator } from '../state/open-document.ts';
import { openProject } from '../state/project.ts';
import { type Session, summaryKey, useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Banners.module.css';

/** What holds for the whole text and must not be overlooked: why it can only be read. */
export function Banners() {
  return (
    <>
      <ReadOnlyProject />
      <OtherAnnotator />
      <OthersHaveTagged />
      <FaultyFile />
      <SetProblems />
      <ViewingBanner />
    </>
  );
}

function ReadOnlyProject() {
  const reason = useSession(({ project }) => project?.readOnly ?? null);
  const path = useSession(({ project }) => project?.path ?? '');
  if (reason === null) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon name="lock" />
      <p className={styles.text}>{reason}</p>
      <Button look="link" onClick={() => void openProject(path)}>
        Try to open for writing
      </Button>
    </div>
  );
}

function OtherAnnotator() {
  const document = useSession((state) => state.document);
  const project = useSession((state) => state.project);
  if (!(document && project) || document.annotatorId === project.me.id) return null;
  const other = project.annotators.find((a) => a.id === document.annotatorId);
  return (
    <div className={styles.banner} role="status">
      <Icon name="eye" />
      <p className={styles.text}>
        You see the annotations of <strong>{other?.name ?? document.annotatorId}</strong>. They can
        be read, not changed.
      </p>
      <Button look="link" onClick={() => void showAnnotator(project.me.id)}>
        Show mine
      </Button>
    </div>
  );
}

/** One's own set is empty and others have worked on the text: the way to theirs. */
function OthersHaveTagged() {
  const document = useSession((state) => state.document);
  const project = useSession((state) => state.project);
  const summaries = useSession((state) => state.summaries);
  useSession(({ version }) => version);
  if (!(document && project) || document.annotatorId !== project.me.id) return null;
  const { spans, relations, labels } = document.index.counts();
  if (document.isPart) return null;
  if (spans + relations + labels > 0 || document.index.status().status !== 'new') return null;
  const others = project.annotators.flatMap(({ id, name }) => {
    const count = summaries.get(summaryKey(document.entry.id, id))?.spans ?? 0;
    return id !== project.me.id && count > 0 ? [{ id, name, count }] : [];
  });
  if (others.length === 0) return null;
  return (
    <div className={styles.banner} data-kind="hint" role="status">
      <Icon name="people" />
      <p className={styles.text}>
        You have tagged nothing here yet; others have:{' '}
        {others.map(({ id, name, count }, i) => (
          <span key={id}>
            {i > 0 ? ', ' : ''}
            <Button look="link" onClick={() => void showAnnotator(id)}>
              {name}
            </Button>{' '}
            ({count.toLocaleString('en')})
          </span>
        ))}
      </p>
    </div>
  );
}

/** Whether one's own set is read-only because of its files: `problems` says why. */
const isFaulty = ({ document, project }: Session) =>
  document?.readOnly === true &&
  !document.isPart &&
  project?.readOnly === null &&
  document.annotatorId === project.me.id;

/** One's own set can only be read because of its file. Stays until the file is put right. */
function FaultyFile() {
  const fault = useSession((state) => (isFaulty(state) ? state.document?.problems[0] : undefined));
  if (!fault) return null;
  return (
    <div className={styles.banner} data-kind="warning" role="status">
      <Icon name="lock" />
      <p className={styles.text}>
        Your annotations of this document can only be read until their file is put right.{' '}
        {fault.message} Correct the file, or put a copy of it back: it is read again at once.
      </p>
    </div>
  );
}

/** What does not fit in the set as it was read: said, never mended in silence. */
function SetProblems() {
  const all = useSession(({ document }) => document?.problems);
  const isSaid = useSession(isFaulty);
  const problems = isSaid && all?.length === 1 ? undefined : all;
  const [closed, setClosed] = useState<typeof problems>(undefined);
  useEffect(() => setClosed((before) => (before === problems ? before : undefined)), [problems]);
  if (!problems || problems.length === 0 || closed === problems) return null;
  return (
    <div className={styles.banner} data-kind="warning" role="status">
      <Icon name="warning" />
      <details className={styles.text}>
        <summary>
          {problems.length === 1
            ? problems[0]?.message
            : `${problems.length} things in this set do not fit. Nothing was changed.`}
        </summary>
        <ul>
          {problems.slice(0, 50).map((problem) => (
            <li key={`${problem.place?.id} ${problem.message}`}>{problem.message}</li>
          ))}
        </ul>
      </details>
      <IconButton icon="close" label="Close this notice" onClick={() => setClosed(problems)} />
    </div>
  );
}
