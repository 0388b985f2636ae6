import { moveEdges, tag } from '../state/annotate.ts';
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
  onContext: (point, ref) => {
    if (ref) select(ref);
    openTextMenu(point, ref);
  },
};
