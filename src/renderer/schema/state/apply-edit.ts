import type { MigrationPreview } from '#api/calls/schema.ts';
import type { Migration } from '#core/edit/schema/migration.ts';
import type { Schema } from '#core/model/schema.ts';
import { call } from '../../state/client.ts';
import { useSession } from '../../state/session.ts';
import { settleAll } from '../../state/sets.ts';
import type { SchemaEdit } from '../edits/schema-edit.ts';
import { currentSchema, type Proposal, type SchemaItem, useSchemaEditor } from './editor-store.ts';

let queue: Promise<void> = Promise.resolve();
let waiting = 0;
/** Counts failures: edits made on top of a failed one are dropped with it. */
let failures = 0;

/**
 * Makes an edit: shown at once, then sent; edits go out one after the other. Where the host
 * refuses, the editor shows the stored schema again and says why.
 * @param make gives the edit for the schema as it stands then; `null` for nothing to do.
 */
export function applyEdit(make: (schema: Schema) => SchemaEdit | null): void {
  const before = currentSchema();
  const edit = make(before);
  if (!edit || (edit.schema === before && edit.migrations.length === 0)) return;
  useSchemaEditor.setState({ ahead: edit.schema, error: null, proposal: null });
  waiting++;
  const mine = failures;
  queue = queue.then(async () => {
    if (mine === failures) await send(edit);
    waiting--;
    if (waiting === 0) useSchemaEditor.setState({ ahead: null });
  });
}

async function send({ label, schema, migrations }: SchemaEdit) {
  // Annotations that are on their way to disk must be there before all sets are carried along.
  await settleAll();
  const done = await call('schema.edit', { label, schema, migrations });
  if (done.ok) {
    useSchemaEditor.setState((state) => ({ done: state.done + 1, undone: 0 }));
    useSession.setState(({ project }) => ({
      project: project && { ...project, schema: done.value.schema },
    }));
  } else {
    failures++;
    useSchemaEditor.setState({ ahead: null, error: done.error.message });
  }
}

/** Whether an edit would change anything in the annotations. */
export function touches(preview: MigrationPreview): boolean {
  return preview.spans + preview.relations + preview.labels > 0;
}

/**
 * Makes an edit that may touch annotations: at once where none are concerned and nothing else in
 * the schema changes; else it is proposed with its counts, and made by `confirmProposal`.
 * @param then what is selected after it is done.
 * @param countBy what to count, where that is not what the edit does to annotations.
 */
export async function proposeEdit(
  edit: SchemaEdit,
  verb: string,
  then: SchemaItem | null,
  countBy: readonly Migration[] = edit.migrations,
) {
  const proposal: Proposal = { edit, verb, preview: null, then };
  useSchemaEditor.setState({ proposal, error: null });
  const counted = await call('schema.preview', { migrations: countBy });
  // Another proposal or selection may have taken its place meanwhile.
  if (useSchemaEditor.getState().proposal !== proposal) return;
  if (!counted.ok) {
    useSchemaEditor.setState({ proposal: null, error: counted.error.message });
  } else if (
    !touches(counted.value) &&
    (edit.alsoDoes.length === 0 || countBy !== edit.migrations)
  ) {
    make(proposal);
  } else {
    useSchemaEditor.setState({ proposal: { ...proposal, preview: counted.value } });
  }
}

/** Makes the proposed edit. */
export function confirmProposal() {
  const { proposal } = useSchemaEditor.getState();
  if (proposal) make(proposal);
}

/** Drops the proposed edit; nothing has happened. */
export function dropProposal() {
  useSchemaEditor.setState({ proposal: null });
}

function make({ edit, then }: Proposal) {
  applyEdit(() => edit);
  useSchemaEditor.setState({ selected: then, isNew: false });
}

/** Takes back (or brings back) an edit made since the editor was opened, after those on their way. */
export function step(which: 'undo' | 'redo'): Promise<void> {
  queue = queue.then(() => takeStep(which));
  return queue;
}

async function takeStep(which: 'undo' | 'redo') {
  const { done: made, undone } = useSchemaEditor.getState();
  if ((which === 'undo' ? made : undone) === 0) return;
  await settleAll();
  const answer = await call(`project.${which}`, null);
  const by = which === 'undo' ? 1 : -1;
  useSchemaEditor.setState(
    answer.ok
      ? { done: made - by, undone: undone + by, error: null, proposal: null }
      : { error: answer.error.message, proposal: null },
  );
}
