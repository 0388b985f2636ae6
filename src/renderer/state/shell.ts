import { create } from 'zustand';
import type { LockHolder } from '#api/calls/project.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { RelationRequest } from '../labels/RelationPicker.tsx';

/** Whatever can stand over the window; one at a time. */
export type DialogState =
  | { readonly name: 'palette'; readonly query?: string }
  | { readonly name: 'pick-type' }
  | { readonly name: 'keys' }
  | { readonly name: 'about' }
  | { readonly name: 'identity' }
  | { readonly name: 'settings' }
  | { readonly name: 'schema' }
  | { readonly name: 'export' }
  | { readonly name: 'agreement' }
  | { readonly name: 'compare' }
  | { readonly name: 'figure' }
  | { readonly name: 'print' }
  | { readonly name: 'trash' }
  | { readonly name: 'rename-project' }
  | { readonly name: 'rename-document'; readonly documentId: DocumentId }
  | { readonly name: 'locked'; readonly path: string; readonly holder: LockHolder }
  | { readonly name: 'import' }
  | { readonly name: 'unsaved'; readonly then: () => void };

export type DialogName = DialogState['name'];

/** Long work of the host that the person can watch and stop. */
export interface Job {
  readonly id: string;
  readonly title: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  readonly text: string;
}

export interface Shell {
  readonly dialog: DialogState | null;
  /** Two spans that wait for the type of their relation. */
  readonly relation: RelationRequest | null;
  /** The history stands in place of the inspector. */
  readonly history: boolean;
  readonly jobs: readonly Job[];
}

/** What stands open in the window around the text. */
export const useShell = create<Shell>()(() => ({
  dialog: null,
  relation: null,
  history: false,
  jobs: [],
}));

/** Opens a dialog; one that is open gives way. */
export const openDialog = (dialog: DialogState) => useShell.setState({ dialog });

/** Closes the dialog, if it is (still) the one of that name. */
export function closeDialog(name?: DialogName) {
  const { dialog } = useShell.getState();
  if (dialog && (name === undefined || dialog.name === name)) useShell.setState({ dialog: null });
}
