import { type Selected, useSession } from './session.ts';

/** Selects an annotation of the open set, or nothing. */
export function select(selected: Selected | null) {
  useSession.setState(({ selected: before, edges, linking }) => {
    const isSame = before?.kind === selected?.kind && before?.id === selected?.id;
    return { selected, edges: isSame && edges, linking: isSame ? linking : null };
  });
}

/** Tells that the open set has changed: redraws, and lets go of a selection that is gone. */
export function redraw() {
  const { document, selected, linking, version } = useSession.getState();
  const has = (id: string) => document?.index.get(id) !== undefined;
  useSession.setState({ version: version + 1 });
  if (selected && !has(selected.id)) useSession.setState({ selected: null, edges: false });
  if (linking && !has(linking)) useSession.setState({ linking: null });
}
