import { arm, tagOrRetype } from '../state/annotate.ts';
import { say } from '../state/messages.ts';
import { useSession } from '../state/session.ts';
import { canEdit } from './binding.ts';
import { characterPressed, type KeyPress } from './keys.ts';

/**
 * The key of a label: tags the selected words, else gives the selected span that type; with Shift it takes
 * the label in hand, so that selecting is enough. @returns whether the key is one.
 */
export function onLabelKey(press: KeyPress): boolean {
  const session = useSession.getState();
  const types = session.project?.schema.entityTypes ?? [];
  const keyed = new Map(types.flatMap(({ key, name }) => (key === null ? [] : [[key, name]])));
  const key = characterPressed(press, keyed.keys());
  const type = key === undefined ? undefined : keyed.get(key);
  if (type === undefined) return false;
  if (!canEdit(session)) say('warning', 'These annotations can only be read.');
  else if (press.shiftKey) arm(type);
  else if (!tagOrRetype(type))
    say(
      'info',
      `Select words to tag them ${type}, or press Shift with the key to take the label in hand.`,
    );
  return true;
}
