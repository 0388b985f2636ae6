interface SettingsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Preferences of this machine, and the annotator's name. */
export function SettingsDialog(_: SettingsDialogProps) {
  return null;
}
