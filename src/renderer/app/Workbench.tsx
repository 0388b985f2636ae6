import { useState } from 'react';
import { DocumentsPane } from '../documents/DocumentsPane.tsx';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { useSession } from '../state/session.ts';
import { saveSettings, useSettings } from '../state/settings.ts';
import { useShell } from '../state/shell.ts';
import { Splitter } from '../ui/Splitter.tsx';
import { Header } from './Header.tsx';
import { MIN, paneWidths } from './pane-widths.ts';
import { StatusLine } from './StatusLine.tsx';
import { TextPane } from './TextPane.tsx';
import { useKeepFocus } from './use-keep-focus.ts';
import { useWindowWidth } from './use-window-width.ts';
import styles from './Workbench.module.css';

/** An open project: documents, text, inspector. */
export function Workbench() {
  useKeepFocus();
  const saved = useSettings();
  const windowWidth = useWindowWidth();
  const hasDocument = useSession(({ document }) => document !== null);
  const showsHistory = useShell(({ history }) => history);
  // While a splitter moves, only the window knows.
  const [moving, setMoving] = useState<{ documents?: number; inspector?: number }>({});
  const showsInspector = (saved.showInspector && hasDocument) || showsHistory;
  const widths = paneWidths(windowWidth, {
    documents: saved.showDocuments ? (moving.documents ?? saved.documentsWidth) : 0,
    inspector: showsInspector ? (moving.inspector ?? saved.inspectorWidth) : 0,
  });
  const rest = (patch: Parameters<typeof saveSettings>[0]) => {
    setMoving({});
    void saveSettings(patch);
  };

  return (
    <div className={styles.workbench}>
      <Header />
      <div className={styles.panes}>
        {widths.documents > 0 && (
          <>
            <nav className={styles.side} style={{ width: widths.documents }} aria-label="Documents">
              <DocumentsPane />
            </nav>
            <Splitter
              label="Width of the documents pane"
              width={widths.documents}
              min={MIN.documents}
              max={windowWidth - MIN.text - widths.inspector}
              onWidth={(documents) => setMoving({ documents })}
              onRest={(documentsWidth) => rest({ documentsWidth })}
            />
          </>
        )}
        <TextPane />
        {widths.inspector > 0 && (
          <>
            <Splitter
              label="Width of the inspector"
              width={widths.inspector}
              min={MIN.inspector}
              max={windowWidth - MIN.text - widths.documents}
              isRight
              onWidth={(inspector) => setMoving({ inspector })}
              onRest={(inspectorWidth) => rest({ inspectorWidth })}
            />
            <aside
              className={styles.side}
              style={{ width: widths.inspector }}
              aria-label={showsHistory ? 'History' : 'Inspector'}
            >
              {showsHistory ? <HistoryPanel /> : <Inspector />}
            </aside>
          </>
        )}
      </div>
      <StatusLine />
    </div>
  );
}
