import type { ActionId } from '#api/actions.ts';
import { keysOf } from '../actions/action-list.ts';
import { projectFromFolder } from '../actions/bind-project.ts';
import { runAction } from '../actions/run-action.ts';
import { JobProgress } from '../app/JobProgress.tsx';
import { useSession } from '../state/session.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { NameField } from './NameField.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import styles from './StartScreen.module.css';

interface Beginning {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly run: () => void;
  readonly keys?: string | undefined;
}

const byAction = (id: ActionId) => ({ run: () => void runAction(id), keys: keysOf(id) });

const BEGINNINGS: readonly Beginning[] = [
  {
    icon: 'document',
    title: 'Open documents…',
    text: 'Texts, and annotations that other tools made, become a new project.',
    ...byAction('project.fromDocuments'),
  },
  {
    icon: 'folder',
    title: 'Open a folder of documents…',
    text: 'All that can be read in it, and in its folders.',
    run: projectFromFolder,
  },
  {
    icon: 'documents',
    title: 'Open a project…',
    text: 'A folder that Glossator made, yours or a colleague’s.',
    ...byAction('project.open'),
  },
  {
    icon: 'tag',
    title: 'Open the sample project',
    text: 'A news text, tagged by two people. Good for trying things out.',
    ...byAction('project.sample'),
  },
];

/** The first thing seen: how to begin, and where one was last. */
export function StartScreen() {
  const me = useSession(({ app }) => app?.me ?? null);
  return (
    <main className={styles.screen} aria-label="Start">
      <div className={styles.column}>
        <header>
          <h1 className={styles.title}>Glossator</h1>
          <p className={styles.lead}>
            {me
              ? `Welcome back, ${me.name}.`
              : 'Tag names and relations in texts. Everything stays on this computer.'}
          </p>
        </header>
        {me ? null : <NameField />}
        <div className={styles.halves}>
          <ul className={styles.list} aria-label="Begin">
            {BEGINNINGS.map((beginning) => (
              <li key={beginning.title}>
                <button type="button" className={styles.beginning} onClick={beginning.run}>
                  <Icon name={beginning.icon} size={20} className={styles.icon} />
                  <span className={styles.words}>
                    <span className={styles.name}>{beginning.title}</span>
                    <span className={styles.text}>{beginning.text}</span>
                  </span>
                  {beginning.keys === undefined ? null : <Kbd keys={beginning.keys} />}
                </button>
              </li>
            ))}
          </ul>
          <RecentProjects />
        </div>
        <p className={styles.hint}>
          Files and folders can also be dropped anywhere on this window. <Kbd keys="?" /> shows all
          keys.
        </p>
        <JobProgress />
      </div>
    </main>
  );
}
