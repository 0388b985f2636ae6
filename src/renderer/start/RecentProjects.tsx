import { call } from '../state/client.ts';
import { withIdentity } from '../state/identity.ts';
import { openProject, refreshInfo } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './StartScreen.module.css';

async function forget(path: string) {
  await call('app.forgetRecent', { path });
  await refreshInfo();
}

/** The projects opened last; one click brings one back. */
export function RecentProjects() {
  const recent = useSession(({ app }) => app?.recent) ?? [];
  return (
    <section aria-label="Recent projects">
      <h2 className={styles.heading}>Recent projects</h2>
      {recent.length === 0 ? (
        <p className={styles.none}>The projects you open will be listed here.</p>
      ) : (
        <ul className={styles.list}>
          {recent.map(({ path, name }) => (
            <li key={path} className={styles.recent}>
              <button
                type="button"
                className={styles.words}
                title={path}
                onClick={() => withIdentity(() => void openProject(path))}
              >
                <span className={styles.name}>{name}</span>
                <span className={styles.text}>
                  <bdi>{path}</bdi>
                </span>
              </button>
              <IconButton
                icon="close"
                label={`Take ${name} off this list`}
                className={styles.forget}
                onClick={() => void forget(path)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
