import { actionLabel } from '../actions/action-item.ts';
import { actions } from '../actions/action-list.ts';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './KeySheet.module.css';

interface Line {
  readonly name: string;
  readonly keys: readonly string[];
}

const MENUS = ['Annotate', 'Document', 'Edit', 'View', 'File', 'Help'] as const;

/** Keys that the text itself has; no action stands for them. */
const TEXT_KEYS: readonly Line[] = [
  { name: 'Move the caret', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { name: 'Select by character', keys: ['Shift+ArrowRight'] },
  { name: 'Select by word', keys: ['Mod+Shift+ArrowRight'] },
  { name: 'Select characters by mouse, not words', keys: ['Alt'] },
];

/** All keys on one page, with those of the schema’s labels. */
export function KeySheet() {
  const session = useSession();
  const types = session.project?.schema.entityTypes ?? [];
  const labels = types.flatMap(({ name, key }) => (key === null ? [] : [{ name, keys: [key] }]));
  return (
    <Dialog
      open
      onOpenChange={() => closeDialog('keys')}
      title="Keys"
      description="A label’s key tags the selected words, or changes the selected span. With Shift it takes the label in hand: then selecting words is enough."
      size="large"
    >
      <div className={styles.columns}>
        {labels.length > 0 && <Group title="Labels" lines={labels} />}
        <Group title="Text" lines={TEXT_KEYS} />
        {MENUS.map((menu) => (
          <Group
            key={menu}
            title={menu}
            lines={actions
              .filter((action) => action.menu === menu && action.keys.length > 0)
              .map(({ id, keys }) => ({ name: actionLabel(session, id), keys }))}
          />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {lines.map(({ name, keys }) => (
          <div key={name} className={styles.line}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.keys}>
              {keys.map((each) => (
                <Kbd key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
