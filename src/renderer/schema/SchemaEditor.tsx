import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Schema } from '#core/model/schema.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LabelDetails } from './details/LabelDetails.tsx';
import { TypeDetails } from './details/TypeDetails.tsx';
import { typesOf } from './edits/schema-edit.ts';
import { exportSchema } from './files/export-schema.ts';
import { ImportView } from './files/ImportView.tsx';
import { chooseSchemaFile, type SchemaFile } from './files/read-schema-file.ts';
import { SchemaLists } from './lists/SchemaLists.tsx';
import { ProposalBar } from './ProposalBar.tsx';
import styles from './SchemaEditor.module.css';
import { dropProposal, step } from './state/apply-edit.ts';
import { resetEditor, type SchemaItem, useSchema, useSchemaEditor } from './state/editor-store.ts';

interface SchemaEditorProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The schema editor: a dialog over the whole window. Each edit is applied at once and is one undo. */
export function SchemaEditor({ open, onOpenChange }: SchemaEditorProps) {
  const [file, setFile] = useState<SchemaFile | null>(null);
  /** Escape leaves what was opened last: a proposal, a file to import, at last the editor. */
  const onEscape = () => {
    if (useSchemaEditor.getState().proposal) dropProposal();
    else if (file) setFile(null);
    else return false;
    return true;
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Schema"
      size="full"
      bare
      onKeyDown={onUndoKey}
      onEscape={onEscape}
    >
      <Editor file={file} onFile={setFile} />
    </Dialog>
  );
}

/** Undo and redo, wherever the focus is. In a field the keys take back what is being typed there. */
function onUndoKey(event: KeyboardEvent) {
  const isMod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (!isMod || event.altKey || !(key === 'z' || key === 'y')) return;
  const { target } = event;
  if (target instanceof Element && target.matches('input[type=text], textarea')) return;
  event.preventDefault();
  event.stopPropagation();
  void step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
}

interface EditorProps {
  readonly file: SchemaFile | null;
  readonly onFile: (file: SchemaFile | null) => void;
}

function Editor({ file, onFile }: EditorProps) {
  const project = useSession((state) => state.project);
  const error = useSchemaEditor((state) => state.error);
  const isAsking = useSchemaEditor((state) => state.proposal !== null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => resetEditor(), []);
  const isOpenList = file === null && !isAsking;
  useEffect(() => {
    // Before the dialog looks for something to focus, and after what was asked is answered.
    if (!isOpenList || root.current?.contains(document.activeElement)) return;
    root.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  }, [isOpenList]);
  const isReadOnly = project?.readOnly !== null;
  return (
    <div ref={root} className={styles.editor}>
      <div className={styles.tools}>
        <UndoButton which="undo" />
        <UndoButton which="redo" />
        <span className={styles.grow} />
        <Button
          look="quiet"
          disabled={isReadOnly}
          onClick={async () => onFile((await chooseSchemaFile()) ?? file)}
        >
          Import…
        </Button>
        <Button look="quiet" onClick={() => void exportSchema()}>
          Export…
        </Button>
      </div>
      {error === null ? null : (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {isReadOnly ? <p className={styles.error}>{project?.readOnly}</p> : null}
      {file ? (
        <ImportView file={file} onDone={() => onFile(null)} />
      ) : (
        <Panes isReadOnly={isReadOnly} />
      )}
    </div>
  );
}

function Panes({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const schema = useSchema();
  const chosen = useSchemaEditor((state) => state.selected);
  // Undo may have taken away what was shown.
  const selected = chosen && exists(schema, chosen) ? chosen : null;
  const isNew = useSchemaEditor((state) => state.isNew);
  const details = useRef<HTMLFieldSetElement>(null);
  const openName = () => {
    const field = details.current?.querySelector<HTMLInputElement>('input');
    field?.focus();
    field?.select();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was added just now gets its name.
  useEffect(() => {
    if (isNew) openName();
  }, [isNew, selected?.name]);
  return (
    <div className={styles.panes}>
      <nav className={styles.lists} aria-label="Types">
        <SchemaLists schema={schema} readOnly={isReadOnly} onOpen={openName} />
      </nav>
      <div className={styles.right}>
        <fieldset ref={details} className={styles.details} disabled={isReadOnly}>
          <legend className="visually-hidden">Details</legend>
          {selected === null ? <Hint /> : null}
          {selected?.part === 'label' ? (
            <LabelDetails key={selected.name} schema={schema} name={selected.name} />
          ) : null}
          {selected && selected.part !== 'label' ? (
            <TypeDetails
              key={`${selected.part} ${selected.name}`}
              schema={schema}
              kind={selected.part}
              name={selected.name}
            />
          ) : null}
        </fieldset>
        <ProposalBar />
      </div>
    </div>
  );
}

function exists(schema: Schema, { part, name }: SchemaItem): boolean {
  const items = part === 'label' ? schema.documentLabels : typesOf(schema, part);
  return items.some((item) => item.name === name);
}

function Hint() {
  return (
    <EmptyState icon="tag" title="Choose a type to edit it">
      Drag types to reorder or nest them, or use Alt with the arrow keys. Changes are applied at
      once and can be undone; what touches annotations shows its counts first.
    </EmptyState>
  );
}

function UndoButton({ which }: { readonly which: 'undo' | 'redo' }) {
  const count = useSchemaEditor((state) => (which === 'undo' ? state.done : state.undone));
  const entry = useSession((state) => state.project?.undo[which] ?? null);
  const next = count > 0 ? entry : null;
  const word = which === 'undo' ? 'Undo' : 'Redo';
  return (
    <IconButton
      icon={which}
      label={next ? `${word}: ${next.label}` : word}
      disabled={next === null}
      onClick={() => void step(which)}
    />
  );
}
