import { create } from 'zustand';
import type { RelationId } from '#core/model/ids.ts';
import type { Relation } from '#core/model/relation.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { say } from '../state/messages.ts';
import { select } from '../state/select.ts';
import { type Session, useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';

interface BothEnds {
  /** Relation whose ends were asked for; `null` for none. */
  readonly asked: RelationId | null;
  /** Relation whose ends are not wanted, though they are far apart. */
  readonly dismissed: RelationId | null;
  /** Counts up each time that keys shall go to the panel. */
  readonly focus: number;
}

/** Whether the ends of a relation are shown side by side. */
export const useBothEnds = create<BothEnds>()(() => ({ asked: null, dismissed: null, focus: 0 }));

/** Ends that are farther apart than this, in UTF-16 units, are never on one page. */
const FAR = 4000;

/** The relation whose ends are shown now; `undefined` for none. */
export function relationShown(
  { selected }: Session,
  { asked, dismissed }: BothEnds,
  index: SetIndex,
): Relation | undefined {
  const chosen = selected?.kind === 'relation' ? index.relation(selected.id) : undefined;
  if (asked !== null) {
    if (chosen) return chosen;
    const relation = index.relation(asked);
    const isEnd = selected?.kind === 'span' && [relation?.from, relation?.to].includes(selected.id);
    return isEnd ? relation : undefined;
  }
  return chosen && chosen.id !== dismissed && distance(index, chosen) > FAR ? chosen : undefined;
}

function distance(index: SetIndex, { from, to }: Relation): number {
  const [a, b] = [index.span(from)?.ranges[0].start, index.span(to)?.ranges[0].start];
  return a === undefined || b === undefined ? 0 : Math.abs(a - b);
}

/** Shows the ends of the selected relation, or of the selected span's relations one after the other. */
export function showBothEnds() {
  const session = useSession.getState();
  const index = session.viewing?.index ?? session.document?.index;
  const selected = relationWithFocus(index) ?? session.selected;
  if (!index) return;
  if (!selected) {
    say('info', 'Select a relation first, or a span that has one.');
    return;
  }
  const show = (asked: RelationId) =>
    useBothEnds.setState(({ focus }) => ({ asked, dismissed: null, focus: focus + 1 }));
  if (selected.kind === 'relation') {
    select(selected);
    show(selected.id);
    return;
  }
  const relations = index.relationsOf(selected.id);
  const at = relations.findIndex(({ id }) => id === useBothEnds.getState().asked);
  const next = relations[(at + 1) % relations.length];
  if (next) show(next.id);
  else say('info', 'This span has no relations.');
}

/** The relation whose name or stub in the text has the keys. */
function relationWithFocus(index: SetIndex | undefined): Session['selected'] {
  const { activeElement } = document;
  const id = activeElement instanceof HTMLElement ? activeElement.dataset['relation'] : undefined;
  return id !== undefined && index?.relation(id) ? { kind: 'relation', id } : null;
}

/** Puts the panel away; the keys go back to the text. */
export function hideBothEnds() {
  const { selected } = useSession.getState();
  const dismissed = selected?.kind === 'relation' ? selected.id : null;
  useBothEnds.setState({ asked: null, dismissed });
  textView()?.focus();
}
