import type { Span } from '#core/model/span.ts';
import { hideBothEnds, showBothEnds, useBothEnds } from '../both-ends/both-ends-state.ts';
import { closeHistory } from '../history/focus-history.ts';
import {
  addWords,
  deleteSelected,
  removeRangeHere,
  reverseSelected,
  tagOrRetype,
} from '../state/annotate.ts';
import { say } from '../state/messages.ts';
import { select } from '../state/select.ts';
import { type Session, useSession } from '../state/session.ts';
import { openDialog, useShell } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { useTypeLooks } from '../state/type-looks.ts';
import { goToInspector } from './bind-view.ts';
import { type Binding, canEdit, hasDocument, hasRelation, hasSpan } from './binding.ts';

const canEditSpan = (session: Session) => canEdit(session) && hasSpan(session);
const shownIndex = ({ viewing, document }: Session) => viewing?.index ?? document?.index;

function repeat() {
  const { lastType } = useSession.getState();
  if (lastType && !tagOrRetype(lastType)) say('info', 'Select words first, or a span.');
}

/** Lets go of one thing after the other: the edges, the relation begun, the label in hand, the selection, the history. */
function letGo() {
  const { edges, linking, armed, words, selected } = useSession.getState();
  if (edges) useSession.setState({ edges: false });
  else if (linking) useSession.setState({ linking: null });
  else if (words) textView()?.selectWords(null);
  else if (armed) useSession.setState({ armed: null });
  else if (useBothEnds.getState().asked !== null) hideBothEnds();
  else if (selected || !useShell.getState().history) select(null);
  else closeHistory();
}

function stepSpan(which: 'nextSpan' | 'previousSpan') {
  const session = useSession.getState();
  const index = shownIndex(session);
  const selected = session.selected?.kind === 'span' ? session.selected.id : undefined;
  const { types } = useTypeLooks.getState();
  // Where a relation is being drawn from is no end for it to lead to.
  const isPassed = ({ id, type }: Span) => types.get(type) === 'hidden' || id === session.linking;
  let span = index?.[which](textView()?.caret() ?? 0, selected);
  while (span && isPassed(span)) span = index?.[which](0, span.id);
  if (!span) {
    const other = session.linking === null ? '' : 'other ';
    say(
      'info',
      `There is no ${other}span ${which === 'nextSpan' ? 'after' : 'before'} this place.`,
    );
    return;
  }
  select({ kind: 'span', id: span.id });
  // Who walks to the other end of a relation is still drawing it.
  if (session.linking !== null) useSession.setState({ linking: session.linking });
  textView()?.reveal(span.id);
}

/** From a relation to its ends in turn, from a span along its first relation. */
function goToOtherEnd() {
  const session = useSession.getState();
  const { selected } = session;
  const index = shownIndex(session);
  if (!(selected && index)) return;
  if (selected.kind === 'relation') {
    const relation = index.relation(selected.id);
    if (relation) goTo(relation.to);
    return;
  }
  const [relation] = index.relationsOf(selected.id);
  if (!relation) say('info', 'This span has no relations.');
  else goTo(relation.from === selected.id ? relation.to : relation.from);
}

function goTo(id: string) {
  select({ kind: 'span', id });
  textView()?.reveal(id);
}

function relate() {
  const { selected } = useSession.getState();
  if (selected?.kind !== 'span') return;
  useSession.setState({ linking: selected.id });
  textView()?.focus();
}

export const annotateBindings = {
  'annotate.repeat': {
    run: repeat,
    enabled: (session) => canEdit(session) && session.lastType !== null,
    label: ({ lastType }) => (lastType ? `Tag ${lastType} again` : 'Tag with the last label again'),
  },
  'annotate.pickType': { run: () => openDialog({ name: 'pick-type' }), enabled: canEdit },
  'annotate.disarm': { run: letGo, enabled: hasDocument },
  'annotate.keepWords': {
    run: () => textView()?.keepWords(),
    enabled: (session) => canEdit(session) && session.words !== null,
  },
  'annotate.addRange': {
    run: addWords,
    enabled: (session) => canEditSpan(session) && session.words !== null,
  },
  'annotate.removeRange': { run: removeRangeHere, enabled: canEditSpan },
  'annotate.edges': {
    run: () => {
      useSession.setState({ edges: true });
      textView()?.focus();
    },
    enabled: canEditSpan,
  },
  'annotate.delete': {
    run: deleteSelected,
    enabled: (session) => canEdit(session) && session.selected !== null,
  },
  'annotate.selectHere': { run: () => textView()?.selectHere(), enabled: hasDocument },
  'annotate.listHere': { run: () => textView()?.listHere(), enabled: hasDocument },
  'annotate.nextSpan': { run: () => stepSpan('nextSpan'), enabled: hasDocument },
  'annotate.previousSpan': { run: () => stepSpan('previousSpan'), enabled: hasDocument },
  'annotate.relate': { run: relate, enabled: canEditSpan },
  'annotate.reverse': {
    run: reverseSelected,
    enabled: (session) => canEdit(session) && hasRelation(session),
  },
  'annotate.otherEnd': {
    run: goToOtherEnd,
    enabled: (session) => session.document !== null && session.selected !== null,
  },
  'annotate.bothEnds': {
    run: showBothEnds,
    enabled: hasDocument,
  },
  'annotate.note': { run: () => goToInspector('note'), enabled: hasDocument },
  'annotate.attributes': {
    run: () => goToInspector('attributes'),
    enabled: (session) => session.document !== null && session.selected !== null,
  },
} satisfies Readonly<Record<string, Binding>>;
