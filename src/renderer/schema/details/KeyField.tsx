import { useState } from 'react';
import type { Schema } from '#core/model/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { freeKeyFor, type KeyOwner, keyConflict } from '../edits/keys.ts';
import styles from './fields.module.css';

interface KeyFieldProps {
  readonly schema: Schema;
  readonly owner: KeyOwner;
  readonly value: string | null;
  readonly onKey: (key: string | null) => void;
}

/** The key of a type, attribute or label. One that is taken is refused, and a free one proposed. */
export function KeyField({ schema, owner, value, onKey }: KeyFieldProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const problem = refused === null ? null : keyConflict(schema, owner, refused);
  const stored = refused === null && value !== null ? keyConflict(schema, owner, value) : null;
  const free = freeKeyFor(schema, owner);
  const give = (key: string | null) => {
    const isRefused = key !== null && keyConflict(schema, owner, key) !== null;
    setRefused(isRefused ? key : null);
    if (!isRefused && key !== value) onKey(key);
  };
  return (
    <div className={styles.keyField}>
      <TextField
        label="Key"
        className={styles.key ?? ''}
        value={refused ?? value ?? ''}
        problem={problem ?? stored}
        // The last character typed counts, so that typing over the old one is enough.
        onValue={(text) => give([...text].at(-1)?.toLowerCase() ?? null)}
        onBlur={() => setRefused(null)}
        onFocus={(event) => event.target.select()}
      />
      {free !== null && (value === null || problem !== null || stored !== null) ? (
        <Button
          look="link"
          // Before the field loses the focus, and with it the problem and this button.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => give(free)}
        >
          Use ‘{free}’
        </Button>
      ) : null}
    </div>
  );
}
