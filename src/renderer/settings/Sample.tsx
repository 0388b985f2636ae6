import type { Settings } from '#api/calls/app.ts';
import { readingStyle } from '../theme/follow-reading.ts';
import styles from './SettingsDialog.module.css';

/** Shows at once what the settings of the text do. */
export function Sample({ settings }: { readonly settings: Settings }) {
  const { textSize, lineHeight } = settings;
  const style = { ...readingStyle(settings), fontSize: textSize, lineHeight };
  return (
    <section className={styles.sample} aria-label="Preview">
      <p className={styles.sampleText} style={style as React.CSSProperties}>
        The <Tagged hue="#2b7bb9">Northern Star</Tagged> left <Tagged hue="#3c9a5f">Qingdao</Tagged>{' '}
        on <Tagged hue="#c4841d">Thursday</Tagged>, and nobody on board, not even{' '}
        <Tagged hue="#b5489a">Captain Ilse Brandt</Tagged>, knew when it would return.
      </p>
    </section>
  );
}

function Tagged({ hue, children }: { readonly hue: string; readonly children: string }) {
  return (
    <span className={styles.tagged} style={{ '--hue': hue } as React.CSSProperties}>
      {children}
    </span>
  );
}
