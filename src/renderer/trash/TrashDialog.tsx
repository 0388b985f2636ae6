interface TrashDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Removed documents, and the way back. */
export function TrashDialog(_: TrashDialogProps) {
  return null;
}
