import type { HistoryLine } from '#api/calls/project.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { call } from '../state/client.ts';
import { undo } from '../state/edit.ts';
import { say } from '../state/messages.ts';
import { useSession } from '../state/session.ts';
import { queueOf, showApplied } from '../state/sets.ts';
import { textView } from '../state/text-handle.ts';

function openKey(): SetKey | null {
  const { document } = useSession.getState();
  return document && { documentId: document.entry.id, annotatorId: document.annotatorId };
}

/** Shows the open set as it was after an entry of its history. Nothing can be edited meanwhile. */
export async function lookAt(line: HistoryLine): Promise<void> {
  const key = openKey();
  if (!key) return;
  await queueOf(key)?.settled();
  const past = await call('annotations.at', { ...key, seq: line.seq });
  if (!past.ok) {
    say('error', past.error.message);
    return;
  }
  const now = openKey();
  // Another document may have been opened meanwhile.
  if (now?.documentId !== key.documentId || now.annotatorId !== key.annotatorId) return;
  const index = new SetIndex(past.value);
  useSession.setState(({ version }) => ({
    viewing: { line, index },
    version: version + 1,
    selected: null,
    edges: false,
    linking: null,
    armed: null,
  }));
}

/** Shows the set as it is. */
export function backToNow() {
  if (!useSession.getState().viewing) return;
  useSession.setState(({ version }) => ({ viewing: null, version: version + 1, selected: null }));
}

/** Brings the set back to how it was after the entry that is looked at, as an edit like any other. */
export async function restoreViewed(): Promise<void> {
  const key = openKey();
  const { viewing } = useSession.getState();
  if (!(key && viewing)) return;
  await queueOf(key)?.settled();
  const applied = await call('annotations.restore', { ...key, seq: viewing.line.seq });
  if (!applied.ok) {
    say('error', applied.error.message);
    return;
  }
  backToNow();
  showApplied(key, applied.value);
  textView()?.focus();
  say('info', 'Restored. What was done since can be brought back.', {
    label: 'Undo',
    run: () => void undo(),
  });
}

/** Whether the open set may be brought back to an earlier state by whoever works here. */
export function canRestore(): boolean {
  const { document, project } = useSession.getState();
  if (!(document && project)) return false;
  return project.readOnly === null && document.annotatorId === project.me.id;
}
