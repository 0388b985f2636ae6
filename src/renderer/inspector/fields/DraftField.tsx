import { TextArea, TextField } from '../../ui/TextField.tsx';
import { useDraft } from './use-draft.ts';

interface DraftFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly check?: ((value: string) => string | null) | undefined;
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly onPause?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly className?: string;
}

/** A text field that stores what was typed as one edit; see `useDraft`. */
export function DraftField(props: DraftFieldProps) {
  const { value, onCommit, check, multiline = false, onPause = true, rows = 3, ...rest } = props;
  const draft = useDraft({ value, onCommit, check, multiline, onPause });
  return multiline ? (
    <TextArea {...rest} {...draft} rows={rows} />
  ) : (
    <TextField {...rest} {...draft} />
  );
}
