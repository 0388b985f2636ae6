import type { ActionId } from '#api/actions.ts';
import { annotateBindings } from './bind-annotate.ts';
import { documentBindings } from './bind-document.ts';
import { editBindings } from './bind-edit.ts';
import { looksBindings } from './bind-looks.ts';
import { projectBindings } from './bind-project.ts';
import { viewBindings } from './bind-view.ts';
import type { Binding } from './binding.ts';

/** How each action is done; the compiler sees to it that none is forgotten. */
export const BINDINGS: Readonly<Record<ActionId, Binding>> = {
  ...projectBindings,
  ...editBindings,
  ...annotateBindings,
  ...documentBindings,
  ...viewBindings,
  ...looksBindings,
};
