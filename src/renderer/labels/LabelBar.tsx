import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { EntityType } from '#core/model/schema.ts';
import { treeRows } from '../schema/edits/tree.ts';
import { whyReadOnly } from '../state/edit.ts';
import { useSession } from '../state/session.ts';
import { openDialog } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { showAllTypes, useTypeLooks } from '../state/type-looks.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { applyLabel } from './apply-label.ts';
import styles from './LabelBar.module.css';
import { LabelButton } from './LabelButton.tsx';
import { LabelMenu } from './LabelMenu.tsx';
import { useOverflow } from './use-overflow.ts';

const NO_TYPES: readonly EntityType[] = [];

/**
 * The labels above the text. Reads the session; no props. A click tags the selected words, or
 * retypes the selected span where no words are selected, or arms the label.
 */
export function LabelBar() {
  const project = useSession((state) => state.project);
  const document = useSession((state) => state.document);
  const selected = useSession((state) => state.selected);
  const armed = useSession((state) => state.armed);
  const viewing = useSession((state) => state.viewing);
  const looks = useTypeLooks((state) => state.types);
  // A retyped span keeps its id: only `version` tells.
  useSession((state) => state.version);
  const bar = useRef<HTMLDivElement>(null);
  const types = project?.schema.entityTypes ?? NO_TYPES;
  const hidden = useOverflow(bar, types);
  const rows = useMemo(() => treeRows(types), [types]);
  if (!(project && document)) return null;

  const index = viewing?.index ?? document.index;
  const current = selected?.kind === 'span' ? index.span(selected.id)?.type : undefined;
  const isReadOnly = whyReadOnly() !== null;
  return (
    <div className={styles.frame}>
      <LabelMenu>
        <div
          ref={bar}
          className={styles.bar}
          role="toolbar"
          aria-label="Labels"
          onKeyDown={moveFocus}
          // The words selected in the text stay selected, and the keyboard stays there.
          onMouseDown={(event) => event.preventDefault()}
        >
          {rows.map(({ item, depth }, i) => (
            <LabelButton
              key={item.name}
              type={item}
              depth={depth}
              isFirst={i === 0}
              isArmed={armed === item.name}
              isCurrent={current === item.name}
              look={looks.get(item.name)}
              disabled={isReadOnly}
              onUse={applyLabel}
            />
          ))}
          {rows.length === 0 ? (
            <p className={styles.none}>
              No labels yet.{' '}
              <Button look="link" onClick={() => openDialog({ name: 'schema' })}>
                Add some to the schema
              </Button>
            </p>
          ) : null}
        </div>
      </LabelMenu>
      <div className={styles.aside}>
        {looks.size > 0 ? (
          <Button look="quiet" className={styles.more} onClick={showAllTypes}>
            Show all types
          </Button>
        ) : null}
        <IconButton
          icon="edit"
          label="Edit the schema"
          keys="Mod+T"
          onClick={() => openDialog({ name: 'schema' })}
        />
        {hidden > 0 ? (
          <Button
            look="quiet"
            className={styles.more}
            onClick={() => openDialog({ name: 'pick-type' })}
          >
            {hidden} more…
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Arrow keys go from label to label; Tab goes past the bar, Escape back to the text. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key === 'Escape') textView()?.focus();
  const buttons = [...event.currentTarget.querySelectorAll('button')].filter(
    (button) => button.style.visibility !== 'hidden',
  );
  const at = buttons.indexOf(window.document.activeElement as HTMLButtonElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
