import { moveEdges, tag } from '../state/annotate.ts';
import { call } from '../state/client.ts';
import { select } from '../state/select.ts';
import { useSession } from '../state/session.ts';
import { useShell } from '../state/shell.ts';
import type { TextViewEvents } from '../text/props.ts';
import { openTextMenu } from './text-menu.ts';

/** What happens when the person points, selects, drags and draws in the text. */
export const TEXT_EVENTS: TextViewEvents = {
  onSelectWords: (words) => useSession.setState({ words }),
  onSelect: select,
  onTag: (ranges) => {
    const { armed } = useSession.getState();
    if (armed) tag(armed, ranges);
  },
  onMoveEdges: moveEdges,
  onEdgesEnd: () => useSession.setState({ edges: false }),
  onLink: (from, to, point) => {
    useSession.setState({ linking: null });
    useShell.setState({ relation: { from, to, point } });
  },
  readDetails: async () => {
    const { document } = useSession.getState();
    const details =
      document && (await call('documents.details', { documentId: document.entry.id }));
    return details?.ok ? details.value : {};
  },
  onContext: (point, ref) => {
    if (ref) select(ref);
    openTextMenu(point, ref);
  },
};
