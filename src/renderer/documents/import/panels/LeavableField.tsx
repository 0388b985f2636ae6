import { type ComponentProps, useRef } from 'react';
import { TextField } from '../../../ui/TextField.tsx';

/** A text field that Escape leaves with the value it had before; the dialog around it stays. */
export function LeavableField(props: ComponentProps<typeof TextField>) {
  const before = useRef(props.value);
  return (
    <TextField
      {...props}
      onFocus={(event) => {
        before.current = props.value;
        props.onFocus?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        props.onValue(before.current);
        leave(event.currentTarget);
      }}
    />
  );
}

/** The focus goes to what the field belongs to: the choice beside it, or else the dialog. */
function leave(field: HTMLElement) {
  const choice = field.closest('[data-choice]')?.querySelector('select');
  (choice ?? field.closest<HTMLElement>('[role="dialog"]'))?.focus();
}
