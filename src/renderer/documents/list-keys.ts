import type { KeyboardEvent } from 'react';
import type { DocumentId } from '#core/model/ids.ts';
import { runAction } from '../actions/run-action.ts';
import { openListed } from './document-actions.ts';
import type { DocumentRow } from './list-documents.ts';
import { useList } from './list-state.ts';

/** Adds a document to those chosen (`toggle`), or all from the active one up to it (`to`). */
export function choose(rows: readonly DocumentRow[], id: DocumentId, how: 'toggle' | 'to') {
  useList.setState(({ chosen, active }) => {
    if (how === 'toggle') {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return { chosen: next, active: id };
    }
    const at = (wanted: DocumentId | null) => rows.findIndex(({ entry }) => entry.id === wanted);
    const [from, to] = [Math.max(0, at(active)), at(id)];
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { chosen: new Set([...chosen, ...between.map(({ entry }) => entry.id)]), active: id };
  });
}

/** What has been typed to jump to a name, and when the last key came. */
let typed = { text: '', at: 0 };
const TYPING_PAUSE = 800;

/** Letters and digits are typed to jump to a name; once that has begun, so are spaces and signs. */
const isTypable = (key: string) =>
  /^[\p{L}\p{N}]$/u.test(key) ||
  (key.length === 1 && typed.text !== '' && performance.now() - typed.at < TYPING_PAUSE);

/** The first name after the active one that starts with what was typed. */
function typeAhead(rows: readonly DocumentRow[], activeAt: number, key: string): number {
  const now = performance.now();
  const text = (now - typed.at < TYPING_PAUSE ? typed.text : '') + key.toLowerCase();
  typed = { text, at: now };
  const start = text.length === 1 ? activeAt + 1 : Math.max(0, activeAt);
  for (let i = 0; i < rows.length; i++) {
    const at = (start + i) % rows.length;
    if (rows[at]?.entry.name.toLowerCase().startsWith(text)) return at;
  }
  return activeAt;
}

/** @returns whether the key meant something to the list. */
export function onListKey(
  event: KeyboardEvent,
  rows: readonly DocumentRow[],
  activeAt: number,
  perPage: number,
): boolean {
  const { key } = event;
  const active = rows[activeAt]?.entry.id;
  const isMod = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  if (isMod && key.toLowerCase() === 'a') {
    useList.setState({ chosen: new Set(rows.map(({ entry }) => entry.id)) });
    return true;
  }
  if (isMod && key !== ' ') return false;
  const last = rows.length - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: activeAt + 1,
    ArrowUp: activeAt - 1,
    PageDown: activeAt + perPage,
    PageUp: activeAt - perPage,
    Home: 0,
    End: last,
  };
  const step = steps[key];
  if (step !== undefined) moveTo(rows, Math.min(last, Math.max(0, step)), event.shiftKey);
  else if (key === 'Enter' && active) void openListed(active);
  else if (isTypable(key)) moveTo(rows, typeAhead(rows, activeAt, key), false);
  else if (key === ' ' && active) choose(rows, active, 'toggle');
  else if (key === 'Delete') runAction('document.remove');
  else if (key === 'F2') runAction('document.rename');
  else return false;
  return true;
}

function moveTo(rows: readonly DocumentRow[], at: number, extend: boolean) {
  const id = rows[at]?.entry.id;
  if (!id) return;
  if (extend) choose(rows, id, 'to');
  else useList.setState({ active: id, chosen: new Set([id]) });
}
