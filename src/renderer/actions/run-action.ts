import type { ActionId } from '#api/actions.ts';
import { useSession } from '../state/session.ts';
import { BINDINGS } from './bindings.ts';

/** Whether an action can be done now. */
export const isEnabled = (id: ActionId) => BINDINGS[id].enabled?.(useSession.getState()) ?? true;

/** Does an action, if it can be done now. @returns whether it was. */
export function runAction(id: ActionId): boolean {
  if (!isEnabled(id)) return false;
  BINDINGS[id].run();
  return true;
}
