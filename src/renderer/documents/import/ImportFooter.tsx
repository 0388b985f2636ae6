import type { ImportPreview } from '#api/calls/imports.ts';
import { applyImport, countDocuments, failureWords } from '../../state/import.ts';
import { say } from '../../state/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import styles from './ImportDialog.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { missingName } from './panels/missing-name.ts';
import { closeImport, leaveImport, readAgain, stayInImport, useImport } from './store.ts';
import { countWords } from './words.ts';

interface ImportFooterProps {
  readonly preview: ImportPreview | null;
  readonly isData: boolean;
}

/** What would be done, in a sentence, and the button that does it. */
export function ImportFooter({ preview, isData }: ImportFooterProps) {
  const { isReading, isImporting, isLeaving, error, names, choice } = useImport();
  const isSlow = useDelayed(isReading || isImporting, 300);
  const { documents = 0, receiving = 0 } = preview?.counts ?? {};
  const nameless = preview ? missingName(preview, choice.mapping, names) : null;
  const isReady = preview !== null && documents + receiving > 0 && nameless === null;
  if (isLeaving) return <Leaving />;
  return (
    <>
      <div className={styles.said}>
        {error === null ? (
          <p role="status">
            {nameless === null ? '' : `Give ${nameless} a name first. `}
            {preview ? countWords(preview) : ''}
          </p>
        ) : (
          <p className={styles.error} role="alert">
            {error}{' '}
            {isReading ? null : (
              <Button look="link" onClick={readAgain}>
                Read again
              </Button>
            )}
          </p>
        )}
      </div>
      {isSlow ? <ImportProgress /> : null}
      <Button onClick={leaveImport} disabled={isImporting}>
        Cancel
      </Button>
      <Button
        look="primary"
        disabled={!isReady || isReading || isImporting}
        onClick={() => void start(documents + receiving)}
      >
        {isData || documents === 0 ? 'Import' : `Add ${countDocuments(documents)}`}
      </Button>
    </>
  );
}

/** What was decided is not thrown away unasked. */
function Leaving() {
  return (
    <>
      <p className={styles.said} role="alert">
        Leave the import? What you chose is forgotten.
      </p>
      <Button autoFocus onClick={() => stayInImport()}>
        Keep
      </Button>
      <Button look="danger" onClick={closeImport}>
        Leave
      </Button>
    </>
  );
}

async function start(count: number) {
  const { look, choice, newProject } = useImport.getState();
  useImport.setState({ isImporting: true, error: null });
  const failure = await applyImport({
    ticket: look.ticket,
    choice,
    newProject,
    count,
    leftOut: 0,
  });
  // Other files may have been handed over meanwhile, and stand in the dialog now.
  const isShown = useImport.getState().look === look;
  if (isShown) useImport.setState({ isImporting: false });
  if (!failure && isShown) closeImport();
  if (!failure) return;
  if (failure.code === 'cancelled' || !isShown) say('info', failureWords(failure));
  else useImport.setState({ error: failureWords(failure) });
}
