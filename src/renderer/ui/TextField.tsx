import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

interface Common {
  /** Accessible name. */
  readonly label: string;
  /** The label is read but not shown. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  /** Why the value cannot stand, as a sentence. */
  readonly problem?: string | null;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

type TextFieldProps = Common & Omit<ComponentProps<'input'>, 'onChange' | 'value'>;
type TextAreaProps = Common & Omit<ComponentProps<'textarea'>, 'onChange' | 'value'>;

function Field(props: Omit<Common, 'value' | 'onValue'> & { id: string; children: ReactNode }) {
  return (
    <div className={styles.wrap}>
      <label htmlFor={props.id} className={props.labelHidden ? 'visually-hidden' : styles.label}>
        {props.label}
      </label>
      {props.children}
      {props.hint ? <span className={styles.hint}>{props.hint}</span> : null}
      {props.problem ? (
        <span id={`${props.id}-problem`} className={styles.problem} role="alert">
          {props.problem}
        </span>
      ) : null}
    </div>
  );
}

const problemProps = (id: string, problem: string | null | undefined) =>
  problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden = false, hint, problem = null, onValue, className, ...input } = props;
  const id = useId();
  return (
    <Field id={id} label={label} labelHidden={labelHidden} hint={hint} problem={problem}>
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...problemProps(id, problem)}
        {...input}
        className={classNames(styles.field, className)}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden = false, hint, problem = null, onValue, className, ...area } = props;
  const id = useId();
  return (
    <Field id={id} label={label} labelHidden={labelHidden} hint={hint} problem={problem}>
      <textarea
        id={id}
        spellCheck={false}
        {...problemProps(id, problem)}
        {...area}
        className={classNames(styles.field, styles.area, className)}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  );
}
