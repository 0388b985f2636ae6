import type { MenuName } from '#api/actions.ts';
import { actionLabel } from '../actions/action-item.ts';
import { actions } from '../actions/action-list.ts';
import { canEdit } from '../actions/binding.ts';
import { BINDINGS } from '../actions/bindings.ts';
import { openListed } from '../documents/document-actions.ts';
import { changeRelationType } from '../inspector/edits.ts';
import { arm, tagOrRetype } from '../state/annotate.ts';
import type { Session } from '../state/session.ts';

export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  /** What it is: `Edit`, `Label`, `Document`. */
  readonly kind: string;
  readonly keys?: string | undefined;
  readonly color?: string;
  readonly disabled: boolean;
  readonly run: () => void;
}

/** Everything the palette offers now. Labels come first where there is something to tag. */
export function paletteItems(session: Session): readonly PaletteItem[] {
  const labels = labelItems(session);
  const hasUse = session.words !== null || session.selected?.kind === 'span';
  return [
    ...(hasUse ? labels : []),
    ...relationItems(session),
    ...actionItems(session),
    ...(hasUse ? [] : labels),
    ...documentItems(session),
  ];
}

/** What is done all day comes before what is done once. */
const MENUS: readonly MenuName[] = ['Annotate', 'Document', 'Edit', 'View', 'File', 'Help'];

const actionItems = (session: Session): readonly PaletteItem[] =>
  actions
    .filter(({ id }) => id !== 'view.palette')
    .sort((a, b) => MENUS.indexOf(a.menu) - MENUS.indexOf(b.menu))
    .map(({ id, menu, keys }) => ({
      id: `action ${id}`,
      name: actionLabel(session, id),
      kind: menu,
      keys: keys[0],
      disabled: !(BINDINGS[id].enabled?.(session) ?? true),
      run: () => BINDINGS[id].run(),
    }));

function labelItems(session: Session): readonly PaletteItem[] {
  const { project, words, selected } = session;
  if (!(project && session.document)) return [];
  const verb = words ? 'Tag as' : selected?.kind === 'span' ? 'Change to' : 'Take in hand:';
  return project.schema.entityTypes.map(({ name, color, key }) => ({
    id: `label ${name}`,
    name: `${verb} ${name}`,
    kind: 'Label',
    keys: key ?? undefined,
    color,
    disabled: !canEdit(session),
    run: () => {
      if (!tagOrRetype(name)) arm(name);
    },
  }));
}

/** The types that the selected relation could have instead. */
function relationItems(session: Session): readonly PaletteItem[] {
  const { project, document, selected } = session;
  if (!(project && document) || selected?.kind !== 'relation') return [];
  const now = document.index.relation(selected.id)?.type;
  return project.schema.relationTypes
    .filter(({ name }) => name !== now)
    .map(({ name, color, key }) => ({
      id: `relation ${name}`,
      name: `Change relation to ${name}`,
      kind: 'Relation',
      keys: key ?? undefined,
      color,
      disabled: !canEdit(session),
      run: () => void changeRelationType(selected.id, name),
    }));
}

const documentItems = ({ project, document }: Session): readonly PaletteItem[] =>
  (project?.documents ?? [])
    .filter(({ id }) => id !== document?.entry.id)
    .map(({ id, name }) => ({
      id: `document ${id}`,
      name,
      kind: 'Document',
      disabled: false,
      run: () => void openListed(id),
    }));
