import { useState } from 'react';
import { identify } from '../state/identity.ts';
import { refreshProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Changes the annotator's name; annotations made under the old one stay the same person's. */
export function IdentityDialog() {
  const [name, setName] = useState(useSession.getState().app?.me?.name ?? '');
  const close = () => closeDialog('identity');
  const save = async () => {
    if (name.trim() === '' || !(await identify(name))) return;
    close();
    if (useSession.getState().project) await refreshProject();
  };
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Annotator’s name"
      size="small"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label="Your name"
        hint="Your annotations stay yours, under the new name."
        maxLength={100}
        value={name}
        onValue={setName}
        onKeyDown={(event) => event.key === 'Enter' && void save()}
      />
    </Dialog>
  );
}
