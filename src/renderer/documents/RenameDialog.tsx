import type { DocumentId } from '#core/model/ids.ts';
import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { refreshProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { NameDialog } from '../ui/NameDialog.tsx';

/** Gives a document another name in the list; its file keeps its own. */
export function RenameDialog({ documentId }: { readonly documentId: DocumentId }) {
  const entry = useSession(({ project }) => project?.documents.find((d) => d.id === documentId));
  const close = () => closeDialog('rename-document');
  const rename = async (name: string) => {
    const renamed = await call('documents.rename', { documentId, name });
    if (!renamed.ok) return void say('error', renamed.error.message);
    close();
    await refreshProject();
  };
  return (
    <NameDialog
      title="Rename document"
      before={entry?.name ?? ''}
      onClose={close}
      onRename={(name) => void rename(name)}
    />
  );
}
