import { useEffect } from 'react';
import { useSession } from '../state/session.ts';
import { useShell } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';

/** Whatever takes all keys while it is there. */
const OVER = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Gives the keyboard to the text where nothing else has it. */
function giveToText() {
  const { activeElement, body } = document;
  const isNowhere = activeElement === null || activeElement === body;
  if (isNowhere && !document.querySelector(OVER)) textView()?.focus();
}

/**
 * Keeps the keyboard from getting lost: when a document is shown, and when something goes that had the
 * focus (a dialog, a pane, a button that did its work), the text has the keys.
 */
export function useKeepFocus() {
  const documentId = useSession(({ document }) => document?.entry.id);
  const viewing = useSession((state) => state.viewing);
  const { dialog, relation, history } = useShell();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these brings or takes what has the focus.
  useEffect(() => {
    // A dialog gives the focus back in a later task than the one in which it goes.
    let timer = setTimeout(() => {
      giveToText();
      timer = setTimeout(giveToText, 60);
    });
    return () => clearTimeout(timer);
  }, [documentId, viewing, dialog, relation, history]);
  useEffect(() => {
    const onFocusOut = ({ target }: FocusEvent) => {
      setTimeout(() => {
        // A click beside everything is meant so: words of the frame may be selected by it.
        if (target instanceof Element && !target.isConnected) giveToText();
      });
    };
    document.addEventListener('focusout', onFocusOut);
    return () => document.removeEventListener('focusout', onFocusOut);
  }, []);
}
