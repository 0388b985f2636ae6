import { useEffect } from 'react';
import { onDocumentLabelKey } from '../inspector/document-label-key.ts';
import { useSession } from '../state/session.ts';
import { useShell } from '../state/shell.ts';
import { actions } from './action-list.ts';
import { onAttributeKey } from './attribute-keys.ts';
import { hasMod, isPressed } from './keys.ts';
import { onLabelKey } from './label-keys.ts';
import { runAction } from './run-action.ts';
import { whereIsFocus } from './where-is-focus.ts';

const isMac = navigator.platform.startsWith('Mac');

/** Keys that edit text: in a text field they belong to the field. */
const EDITING = /^(?:[zyxcvari]|Arrow\w+|Home|End|Backspace|Delete|Enter|Escape)$/iu;

/**
 * Whether an action's key may be taken from where the focus is. Text fields keep all that could be typed
 * or edits; lists and buttons keep what has no modifier; the text gives every key to the actions.
 */
function isFree(event: KeyboardEvent): boolean {
  const isFunctionKey = /^F\d+$/u.test(event.key);
  const isPage = /^Page(?:Up|Down)$/u.test(event.key);
  const isHeld = hasMod(event, isMac);
  switch (whereIsFocus(event.target)) {
    case 'text':
      return true;
    case 'field':
      return isFunctionKey || (isHeld && !EDITING.test(event.key)) || (event.altKey && isPage);
    case 'own-keys':
      return isFunctionKey || isHeld || event.altKey || event.key === '?';
    case 'control':
      return !/^(?:Enter| |Arrow\w+)$/u.test(event.key) || isHeld || event.altKey;
  }
}

/** Whether Mod+C would copy words of the frame, such as those of a message: then they are meant. */
function copiesFrame(event: KeyboardEvent): boolean {
  const selection = window.getSelection();
  const node = selection?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const isInText = element?.closest('.cm-content') !== null;
  return isPressed(event, 'Mod+C', isMac) && selection?.isCollapsed === false && !isInText;
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || copiesFrame(event)) return;
  const { dialog, relation } = useShell.getState();
  if (dialog || relation || document.querySelector('[role="menu"], [role="dialog"]')) return;
  const done = isFree(event) && (takeAction(event) || takeCharacter(event));
  if (done) event.preventDefault();
}

function takeAction(event: KeyboardEvent): boolean {
  // Several actions may have one key; the first that can be done now is meant.
  return actions.some(
    ({ id, keys }) => keys.some((each) => isPressed(event, each, isMac)) && runAction(id),
  );
}

function takeCharacter(event: KeyboardEvent): boolean {
  const where = whereIsFocus(event.target);
  if (where === 'field' || where === 'own-keys' || !useSession.getState().document) return false;
  return onAttributeKey(event) || onDocumentLabelKey(event) || onLabelKey(event);
}

/** Makes the keys of all actions, labels and attributes work while the window is there. */
export function useKeys() {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
