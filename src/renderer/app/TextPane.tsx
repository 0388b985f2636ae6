import { BothEnds } from '../both-ends/BothEnds.tsx';
import { useDifferences } from '../compare/use-differences.ts';
import { LabelBar } from '../labels/LabelBar.tsx';
import { useLooks } from '../state/looks.ts';
import { useSession } from '../state/session.ts';
import { useSettings } from '../state/settings.ts';
import { setTextView } from '../state/text-handle.ts';
import { TextView } from '../text/TextView.tsx';
import { Banners } from './Banners.tsx';
import { NoDocument } from './NoDocument.tsx';
import styles from './TextPane.module.css';
import { TEXT_EVENTS } from './text-events.ts';

/** The middle: labels, what must be known, and the text. */
export function TextPane() {
  const document = useSession((state) => state.document);
  return (
    <main className={styles.pane} aria-label="Text">
      {document ? <LabelBar /> : null}
      <Banners />
      <div className={styles.text}>{document ? <DocumentText /> : <NoDocument />}</div>
      {document ? <BothEnds /> : null}
    </main>
  );
}

function DocumentText() {
  const session = useSession();
  const settings = useSettings();
  const looks = useLooks();
  const differences = useDifferences(session.project?.path ?? '', session.document?.entry.id);
  const { document, project, viewing } = session;
  if (!(document && project)) return null;
  const isMine = document.annotatorId === project.me.id;
  return (
    <TextView
      ref={setTextView}
      name={document.entry.name}
      text={document.text}
      index={viewing?.index ?? document.index}
      version={session.version}
      schema={project.schema}
      selected={session.selected}
      linking={session.linking}
      armed={session.armed}
      edges={session.edges}
      readOnly={document.readOnly || !isMine || viewing !== null || project.readOnly !== null}
      textSize={settings.textSize}
      lineHeight={settings.lineHeight}
      typography={`${settings.textFont} ${settings.measure} ${settings.justify}`}
      looks={looks}
      {...(differences && { differences })}
      snap={settings.snapToWords ? 'word' : 'character'}
      {...TEXT_EVENTS}
    />
  );
}
