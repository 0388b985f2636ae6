import { create } from 'zustand';
import { call } from './client.ts';
import { say } from './messages.ts';
import { useSession } from './session.ts';

interface Identity {
  /** What stands in the name field of the start screen. */
  readonly draft: string;
  /** What goes on as soon as the name is known. */
  readonly pending: (() => void) | null;
}

/** The annotator's name while it is being asked for. */
export const useIdentity = create<Identity>()(() => ({ draft: '', pending: null }));

/** Says who works on this machine from now on. @returns whether the host took the name. */
export async function identify(name: string): Promise<boolean> {
  const me = await call('app.identify', { name: name.trim() });
  if (!me.ok) {
    say('error', me.error.message);
    return false;
  }
  useSession.setState(({ app }) => ({ app: app && { ...app, me: me.value } }));
  const { pending } = useIdentity.getState();
  useIdentity.setState({ draft: '', pending: null });
  pending?.();
  return true;
}

/** Does something that needs the annotator's name: at once, or when the name has been given. */
export function withIdentity(run: () => void) {
  if (useSession.getState().app?.me) return run();
  useIdentity.setState({ pending: run });
  const { draft } = useIdentity.getState();
  if (draft.trim() !== '') void identify(draft);
}
