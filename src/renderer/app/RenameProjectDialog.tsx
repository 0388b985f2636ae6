import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { refreshProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { NameDialog } from '../ui/NameDialog.tsx';

/** Gives the project another name; its folder keeps its own. */
export function RenameProjectDialog() {
  const before = useSession(({ project }) => project?.name ?? '');
  const close = () => closeDialog('rename-project');
  const rename = async (name: string) => {
    const renamed = await call('project.rename', { name });
    if (!renamed.ok) return void say('error', renamed.error.message);
    close();
    await refreshProject();
  };
  return (
    <NameDialog
      title="Rename project"
      before={before}
      onClose={close}
      onRename={(name) => void rename(name)}
    />
  );
}
