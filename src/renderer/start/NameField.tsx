import { type SubmitEvent, useEffect, useRef } from 'react';
import { identify, useIdentity } from '../state/identity.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './StartScreen.module.css';

/** Asks for the annotator's name, once. What was begun without it goes on when it is given. */
export function NameField() {
  const { draft, pending } = useIdentity();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (pending) field.current?.focus();
  }, [pending]);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (draft.trim() !== '') void identify(draft);
  };
  return (
    <form className={styles.question} onSubmit={onSubmit}>
      <TextField
        ref={field}
        autoFocus
        label="Your name"
        hint="It stands with your annotations, so that colleagues know whose they are. You can change it."
        problem={pending ? 'Please give your name, then it goes on.' : null}
        maxLength={100}
        value={draft}
        onValue={(value) => useIdentity.setState({ draft: value })}
      />
      {draft.trim() === '' ? null : (
        <Button type="submit" look={pending ? 'primary' : 'plain'}>
          {pending ? 'Go on' : 'That is me'}
        </Button>
      )}
    </form>
  );
}
