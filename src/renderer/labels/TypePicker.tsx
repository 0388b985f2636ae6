interface TypePickerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Tag or retype by typing a label's name (Mod+L). */
export function TypePicker(_: TypePickerProps) {
  return null;
}
