import { DraftField } from '../inspector/fields/DraftField.tsx';
import { identify } from '../state/identity.ts';
import { refreshProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';

/** Who works on this machine. Annotations stay the same person's under the new name. */
export function AnnotatorName() {
  const name = useSession((state) => state.app?.me?.name ?? '');
  const save = async (next: string) => {
    if ((await identify(next)) && useSession.getState().project) await refreshProject();
  };
  return (
    <DraftField
      label="Your name"
      hint="It stands with your annotations. They stay yours under a new name."
      value={name}
      onPause={false}
      check={(text) => (text.trim() === '' ? 'A name is needed.' : null)}
      onCommit={(text) => void save(text)}
    />
  );
}
