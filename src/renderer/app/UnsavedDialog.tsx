import { useSession } from '../state/session.ts';
import { discardUnsaved, retryWrites, settleAll, unsaved } from '../state/sets.ts';
import { closeDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { copyUnsaved } from './SaveState.tsx';

/** Edits cannot be written, and the project is about to be left: nothing is lost without being asked. */
export function UnsavedDialog({ then }: { readonly then: () => void }) {
  const saving = useSession((state) => state.saving);
  const count = unsaved().length;
  const close = () => closeDialog('unsaved');
  const goOn = () => {
    close();
    then();
  };
  const again = async () => {
    retryWrites();
    if ((await settleAll()).unsaved === 0) goOn();
  };
  return (
    <Dialog
      open
      onOpenChange={close}
      title={count === 1 ? 'One edit is not saved' : `${count} edits are not saved`}
      footer={
        <>
          <Button
            look="danger"
            onClick={() => {
              discardUnsaved();
              goOn();
            }}
          >
            Leave without them
          </Button>
          <Button onClick={() => void copyUnsaved()}>Copy them</Button>
          <Button look="primary" onClick={() => void again()}>
            Try again
          </Button>
        </>
      }
    >
      <p>{typeof saving === 'object' ? saving.failed : 'They are still being written.'}</p>
      <p>
        You can make room or bring the disk back and try again, or copy the edits and keep them
        elsewhere.
      </p>
    </Dialog>
  );
}
