import type { LockHolder } from '#api/calls/project.ts';
import { openProject } from '../state/project.ts';
import { closeDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

interface LockedDialogProps {
  readonly path: string;
  readonly holder: LockHolder;
}

/** Someone has the project open: read only, take over, or leave it. */
export function LockedDialog({ path, holder }: LockedDialogProps) {
  const close = () => closeDialog('locked');
  const go = (mode: 'read-only' | 'take-over') => {
    close();
    void openProject(path, mode);
  };
  const since = new Date(holder.since).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <Dialog
      open
      onOpenChange={close}
      title="This project is open already"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button onClick={() => go('take-over')}>Take over</Button>
          <Button look="primary" onClick={() => go('read-only')}>
            Open read-only
          </Button>
        </>
      }
    >
      <p>
        <strong>{holder.annotator}</strong> has had it open on {holder.host} since {since}. Two
        windows must not write at the same time.
      </p>
      <p>
        If you take over, that window can only read from then on. What it has saved stays saved.
      </p>
    </Dialog>
  );
}
