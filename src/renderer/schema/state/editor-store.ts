import { create } from 'zustand';
import type { MigrationPreview } from '#api/calls/schema.ts';
import type { Schema } from '#core/model/schema.ts';
import { useSession } from '../../state/session.ts';
import type { SchemaEdit, TypeKind } from '../edits/schema-edit.ts';

/** The lists of a schema. */
export type SchemaPart = TypeKind | 'label';

/** What the editor shows the details of. */
export interface SchemaItem {
  readonly part: SchemaPart;
  readonly name: string;
}

/** An edit that touches annotations, shown with its counts before it is made. */
export interface Proposal {
  readonly edit: SchemaEdit;
  /** What the button that does it says. */
  readonly verb: string;
  /** `null` while the host is counting. */
  readonly preview: MigrationPreview | null;
  /** What is selected after it is done. */
  readonly then: SchemaItem | null;
}

interface SchemaEditorState {
  /** The schema with edits that are on their way to disk; `null` where none are. */
  readonly ahead: Schema | null;
  readonly selected: SchemaItem | null;
  /** What is selected was added just now: its name is to be typed. */
  readonly isNew: boolean;
  readonly proposal: Proposal | null;
  /** Why the last edit was not made. */
  readonly error: string | null;
  /** Edits made since the editor was opened: undo in it takes back these and nothing before them. */
  readonly done: number;
  /** Of these, how many were taken back and can be brought back. */
  readonly undone: number;
}

const EMPTY_SCHEMA: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

/** What the schema editor shows, besides the schema itself. */
export const useSchemaEditor = create<SchemaEditorState>()(() => ({
  ahead: null,
  selected: null,
  isNew: false,
  proposal: null,
  error: null,
  done: 0,
  undone: 0,
}));

/** Starts anew: nothing selected, nothing to undo. */
export function resetEditor() {
  useSchemaEditor.setState({
    selected: null,
    isNew: false,
    proposal: null,
    error: null,
    done: 0,
    undone: 0,
  });
}

/** The schema as the editor shows it, outside components. */
export function currentSchema(): Schema {
  return useSchemaEditor.getState().ahead ?? useSession.getState().project?.schema ?? EMPTY_SCHEMA;
}

/** The schema as the editor shows it. */
export function useSchema(): Schema {
  const ahead = useSchemaEditor((state) => state.ahead);
  const stored = useSession((state) => state.project?.schema);
  return ahead ?? stored ?? EMPTY_SCHEMA;
}

/** Shows the details of a type or document label. A proposal that waits is dropped. */
export function selectItem(selected: SchemaItem | null) {
  useSchemaEditor.setState({ selected, isNew: false, proposal: null, error: null });
}
