import { useState } from 'react';
import type { DocumentId } from '#core/model/ids.ts';
import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { refreshProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Gives a document another name in the list; its file keeps its own. */
export function RenameDialog({ documentId }: { readonly documentId: DocumentId }) {
  const entry = useSession(({ project }) => project?.documents.find((d) => d.id === documentId));
  const [name, setName] = useState(entry?.name ?? '');
  const close = () => closeDialog('rename-document');
  const save = async () => {
    if (name.trim() === '') return;
    const renamed = await call('documents.rename', { documentId, name: name.trim() });
    if (!renamed.ok) return void say('error', renamed.error.message);
    close();
    await refreshProject();
  };
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Rename document"
      size="small"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={() => void save()}>
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
        onKeyDown={(event) => event.key === 'Enter' && void save()}
      />
    </Dialog>
  );
}
