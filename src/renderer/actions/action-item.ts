import type { ActionId } from '#api/actions.ts';
import type { Session } from '../state/session.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { MenuItem } from '../ui/Menu.tsx';
import { actionOf, keysOf } from './action-list.ts';
import { BINDINGS } from './bindings.ts';
import { runAction } from './run-action.ts';

/** What an action is called now. */
export const actionLabel = (session: Session, id: ActionId) =>
  BINDINGS[id].label?.(session) ?? actionOf(id)?.title ?? id;

/** An action as one line of a menu. */
export function actionItem(session: Session, id: ActionId, icon?: IconName): MenuItem {
  const checked = BINDINGS[id].checked?.(session);
  return {
    label: actionLabel(session, id),
    run: () => runAction(id),
    keys: keysOf(id),
    disabled: !(BINDINGS[id].enabled?.(session) ?? true),
    ...(icon && { icon }),
    ...(checked !== undefined && { checked }),
  };
}
