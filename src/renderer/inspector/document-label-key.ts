import { nextValue } from '../actions/attribute-keys.ts';
import { goToInspector } from '../actions/bind-view.ts';
import { canEdit } from '../actions/binding.ts';
import { characterPressed, type KeyPress } from '../actions/keys.ts';
import { useSession } from '../state/session.ts';
import { changeLabel } from './edits.ts';

/**
 * The key of a document label, while neither words nor an annotation are selected: switches yes/no,
 * goes to the next of several values, or puts the caret where the value is typed.
 * @returns whether the key is one.
 */
export function onDocumentLabelKey(press: KeyPress): boolean {
  const session = useSession.getState();
  const { document, project, selected, words } = session;
  if (!(document && project) || selected || words || press.shiftKey || !canEdit(session)) {
    return false;
  }
  const keyed = new Map(
    project.schema.documentLabels.flatMap((each) => (each.key === null ? [] : [[each.key, each]])),
  );
  const key = characterPressed(press, keyed.keys());
  const definition = key === undefined ? undefined : keyed.get(key);
  if (!definition) return false;
  const { name, kind } = definition;
  if (kind === 'yes-no' || kind === 'one-of') {
    changeLabel(name, nextValue(definition, document.index.label(name)));
  } else goToInspector({ label: name });
  return true;
}
