import { useEffect } from 'react';
import { call, on } from '../state/client.ts';
import { useSession } from '../state/session.ts';
import { actionLabel } from './action-item.ts';
import { actionOf, actions } from './action-list.ts';
import { BINDINGS } from './bindings.ts';
import { isEnabled, runAction } from './run-action.ts';

function menuState() {
  const session = useSession.getState();
  const enabled: Record<string, boolean> = {};
  const labels: Record<string, string> = {};
  const checked: Record<string, boolean> = {};
  for (const { id } of actions) {
    enabled[id] = isEnabled(id);
    if (BINDINGS[id].label) labels[id] = actionLabel(session, id);
    const isOn = BINDINGS[id].checked?.(session);
    if (isOn !== undefined) checked[id] = isOn;
  }
  return { enabled, labels, checked };
}

/** Milliseconds without a change, before the menu hears of them: building it anew must not hold up an edit. */
const PAUSE = 250;

/** Keeps the native menu true, and does what is chosen in it. */
export function useNativeMenu() {
  useEffect(() => {
    let told = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const state = menuState();
      const text = JSON.stringify(state);
      if (text !== told) void call('app.menu', state);
      told = text;
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, PAUSE);
    };
    later();
    const stopWatching = useSession.subscribe(later);
    const stopListening = on('menu.action', ({ id }) => {
      const action = actionOf(id);
      if (action) runAction(action.id);
    });
    return () => {
      clearTimeout(timer);
      stopWatching();
      stopListening();
    };
  }, []);
}
