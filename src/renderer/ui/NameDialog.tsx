import { useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly before: string;
  readonly onClose: () => void;
  /** Gets the new name, trimmed and never empty. */
  readonly onRename: (name: string) => void;
}

/** Asks for another name. */
export function NameDialog({ title, before, onClose, onRename }: NameDialogProps) {
  const [name, setName] = useState(before);
  const trimmed = name.trim();
  const save = () => {
    if (trimmed !== '') onRename(trimmed);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={trimmed === ''} onClick={save}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        maxLength={300}
        value={name}
        onValue={setName}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
    </Dialog>
  );
}
