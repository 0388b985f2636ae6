interface ExportDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Writes the annotations out: format, choice, what will be lost, target. */
export function ExportDialog(_: ExportDialogProps) {
  return null;
}
