import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { dropped } from '../state/client.ts';
import { withIdentity } from '../state/identity.ts';
import { takePaths } from '../state/import.ts';
import { say } from '../state/messages.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './DropZone.module.css';

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Takes files and folders dropped anywhere on the window. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  // Enter and leave come for each element on the way; only their balance tells.
  const depth = useRef(0);
  const isInProject = useSession(({ project }) => project !== null);

  const count = (event: DragEvent, by: 1 | -1) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current += by;
    setOver(depth.current > 0);
  };
  const onDrop = async (event: DragEvent) => {
    depth.current = 0;
    setOver(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    const paths = await dropped([...event.dataTransfer.files]);
    if (paths.ok) withIdentity(() => void takePaths(paths.value));
    else say('error', paths.error.message);
  };

  return (
    // The same is done by the actions `documents.import` and `project.open`, with keys.
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target for the pointer only
    <div
      className={styles.zone}
      onDragEnter={(event) => count(event, 1)}
      onDragLeave={(event) => count(event, -1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={(event) => void onDrop(event)}
    >
      {children}
      {isOver && (
        <div className={styles.sign} aria-hidden="true">
          <Icon name="upload" size={28} />
          {isInProject
            ? 'Drop documents or annotations to add them, or a project folder to open it'
            : 'Drop documents or annotations to make a project of them, or a project folder to open it'}
        </div>
      )}
    </div>
  );
}
