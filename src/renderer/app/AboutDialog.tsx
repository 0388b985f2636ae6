import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** What this program is. */
export function AboutDialog() {
  const version = useSession(({ app }) => app?.version ?? '');
  return (
    <Dialog open onOpenChange={() => closeDialog('about')} title="Glossator" size="small">
      <p>Version {version}</p>
      <p>
        A desktop workbench for annotating text. It works offline, keeps everything on your own disk
        as plain JSON, and sends nothing anywhere.
      </p>
      <p>Free software under the MIT licence.</p>
    </Dialog>
  );
}
