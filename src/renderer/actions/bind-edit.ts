import { focusSearch } from '../documents/focus-list.ts';
import { closeHistory } from '../history/focus-history.ts';
import { call } from '../state/client.ts';
import { nextUndo, redo, undo } from '../state/edit.ts';
import { quoteOf } from '../state/open-document.ts';
import { type Session, useSession } from '../state/session.ts';
import { saveSettings, settings } from '../state/settings.ts';
import { openDialog, useShell } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { type Binding, hasDocument, hasProject } from './binding.ts';
import { soon } from './soon.ts';

/** `Tag Person ‘…’` as it stands behind `Undo`. */
const afterVerb = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

const stepLabel = (which: 'undo' | 'redo', verb: string) => () => {
  const next = nextUndo(which);
  return next ? `${verb} ${afterVerb(next.label)}` : verb;
};

/** Words that copying takes: those selected, else those of the selected span. */
function wordsMeant({ document, words, selected }: Session) {
  if (!document) return null;
  const span = selected?.kind === 'span' ? document.index.span(selected.id) : undefined;
  return words ?? span?.ranges ?? null;
}

function copyQuote() {
  const session = useSession.getState();
  const ranges = wordsMeant(session);
  if (session.document && ranges)
    void call('app.copy', { text: quoteOf(session.document.text, ranges) });
}

function findAll() {
  if (!settings().showDocuments) void saveSettings({ showDocuments: true });
  soon(focusSearch);
}

export const editBindings = {
  'edit.undo': {
    run: () => void undo(),
    enabled: () => nextUndo('undo') !== null,
    label: stepLabel('undo', 'Undo'),
  },
  'edit.redo': {
    run: () => void redo(),
    enabled: () => nextUndo('redo') !== null,
    label: stepLabel('redo', 'Redo'),
  },
  'edit.history': {
    run: () =>
      useShell.getState().history ? closeHistory() : useShell.setState({ history: true }),
    enabled: hasProject,
  },
  'edit.copyQuote': { run: copyQuote, enabled: (session) => wordsMeant(session) !== null },
  'edit.find': { run: () => textView()?.openFind(), enabled: hasDocument },
  'edit.findAll': { run: findAll, enabled: hasProject },
  'schema.open': { run: () => openDialog({ name: 'schema' }), enabled: hasProject },
  'app.identity': { run: () => openDialog({ name: 'identity' }) },
} satisfies Readonly<Record<string, Binding>>;
