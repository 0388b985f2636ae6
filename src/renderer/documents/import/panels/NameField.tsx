import type { ComponentProps } from 'react';
import type { TextField } from '../../../ui/TextField.tsx';
import { LeavableField } from './LeavableField.tsx';

type NameFieldProps = Pick<
  ComponentProps<typeof TextField>,
  'label' | 'value' | 'onValue' | 'placeholder' | 'hint' | 'onFocus'
>;

/** A name to be given, beside what it is for; it must not stay empty. */
export function NameField(props: NameFieldProps) {
  return (
    <LeavableField
      {...props}
      labelHidden
      autoFocus
      maxLength={100}
      problem={props.value.trim() === '' ? NAMELESS : null}
    />
  );
}

/** What is said where a name is empty. */
const NAMELESS = 'Please give a name.';
