import { call } from '../../state/client.ts';
import { say } from '../../state/messages.ts';
import { useSession } from '../../state/session.ts';

/** Writes the schema to a file of the person's choice. The system's dialog asks before overwriting. */
export async function exportSchema(): Promise<void> {
  const name = useSession.getState().project?.name ?? 'project';
  const suggestedName = `${name} schema.json`;
  const chosen = await call('app.choose', { purpose: 'save-schema', suggestedName });
  if (!chosen.ok) {
    say('error', chosen.error.message);
    return;
  }
  const [path] = chosen.value;
  if (path === undefined) return;
  const written = await call('schema.writeFile', { path, overwrite: true });
  if (!written.ok) {
    say('error', written.error.message);
    return;
  }
  say('info', `The schema was written to ${path}.`, {
    label: 'Show in folder',
    run: () => void call('app.reveal', { path }),
  });
}
