import { focusList } from '../documents/focus-list.ts';
import { focusHistory } from '../history/focus-history.ts';
import { focusInspector } from '../inspector/focus.ts';
import type { Session } from '../state/session.ts';
import { saveSettings, settings } from '../state/settings.ts';
import { openDialog, useShell } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { type Binding, hasDocument, hasProject } from './binding.ts';
import { soon } from './soon.ts';

const SMALLEST = 10;
const LARGEST = 32;
const NORMAL = 17;
const ZOOMS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

const resize = (size: number) =>
  saveSettings({ textSize: Math.min(LARGEST, Math.max(SMALLEST, size)) });

/** Zooms the window to the next of the usual steps. */
function zoomBy(step: 1 | -1) {
  const { zoom } = settings();
  const next = step > 0 ? ZOOMS.find((z) => z > zoom) : ZOOMS.findLast((z) => z < zoom);
  if (next !== undefined) void saveSettings({ zoom: next });
}

/** Puts the keyboard into the documents pane, opening it where it is closed. */
export function goToDocuments() {
  if (!settings().showDocuments) void saveSettings({ showDocuments: true });
  soon(focusList);
}

/** Puts the keyboard at a part of the inspector, opening it where it is closed. */
export function goToInspector(part?: Parameters<typeof focusInspector>[0]) {
  useShell.setState({ history: false });
  if (!settings().showInspector) void saveSettings({ showInspector: true });
  soon(() => focusInspector(part));
}

const shows = (pane: 'showDocuments' | 'showInspector') => (session: Session) =>
  session.app?.settings[pane] ?? true;

export const viewBindings = {
  'view.palette': { run: () => openDialog({ name: 'palette' }) },
  'view.documents': {
    run: () => void saveSettings({ showDocuments: !settings().showDocuments }),
    enabled: hasProject,
    checked: shows('showDocuments'),
  },
  'view.inspector': {
    run: () => {
      // The history stands in the inspector's place: then the key brings the inspector back.
      const { history } = useShell.getState();
      useShell.setState({ history: false });
      void saveSettings({ showInspector: history || !settings().showInspector });
    },
    enabled: hasProject,
    checked: shows('showInspector'),
  },
  'view.focusDocuments': { run: goToDocuments, enabled: hasProject },
  'view.focusText': { run: () => textView()?.focus(), enabled: hasDocument },
  // The right pane, whatever stands in it.
  'view.focusInspector': {
    run: () => (useShell.getState().history ? focusHistory() : goToInspector()),
    enabled: hasDocument,
  },
  'view.larger': { run: () => void resize(settings().textSize + 1) },
  'view.smaller': { run: () => void resize(settings().textSize - 1) },
  'view.normalSize': { run: () => void resize(NORMAL) },
  'view.zoomIn': { run: () => zoomBy(1), enabled: () => settings().zoom < 3 },
  'view.zoomOut': { run: () => zoomBy(-1), enabled: () => settings().zoom > 0.5 },
  'view.zoomNormal': { run: () => void saveSettings({ zoom: 1 }) },
  'view.settings': { run: () => openDialog({ name: 'settings' }) },
  'help.keys': { run: () => openDialog({ name: 'keys' }) },
  'help.about': { run: () => openDialog({ name: 'about' }) },
} satisfies Readonly<Record<string, Binding>>;
