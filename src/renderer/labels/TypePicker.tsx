import { Command } from 'cmdk';
import { lineageOf } from '#core/schema/inherit.ts';
import { shorten } from '#core/text/graphemes.ts';
import { quoteLine } from '#core/text/quote.ts';
import { fitness } from '../palette/rank-items.ts';
import { treeRows } from '../schema/edits/tree.ts';
import { whyReadOnly } from '../state/edit.ts';
import { useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { applyLabel, labelUse } from './apply-label.ts';
import { Swatch } from './Swatch.tsx';
import styles from './TypePicker.module.css';

interface TypePickerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Tag or retype by typing a label's name (Mod+L). */
export function TypePicker({ open, onOpenChange }: TypePickerProps) {
  const close = () => {
    onOpenChange(false);
    textView()?.focus();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? onOpenChange(true) : close())}
      title={open ? title() : ''}
      bare
      size="small"
    >
      <TypeList onDone={close} />
    </Dialog>
  );
}

function TypeList({ onDone }: { readonly onDone: () => void }) {
  const types = useSession((state) => state.project?.schema.entityTypes) ?? [];
  const reason = whyReadOnly();
  const choose = (name: string) => {
    onDone();
    applyLabel(name);
  };
  return (
    <Command className={styles.command} label="Labels" loop filter={fit}>
      <Command.Input className={styles.input} placeholder="Type a label’s name" autoFocus />
      {reason === null ? null : <p className={styles.reason}>{reason}</p>}
      <Command.List className={styles.list}>
        <Command.Empty className={styles.empty}>
          No label has this name. The schema (Edit menu) is where labels are added.
        </Command.Empty>
        {treeRows(types).map(({ item, depth }) => (
          <Command.Item
            key={item.name}
            value={item.name}
            keywords={[item.description, ...item.examples]}
            className={styles.item}
            disabled={reason !== null}
            onSelect={() => choose(item.name)}
          >
            <Swatch color={item.color} />
            <span className={styles.name}>
              {depth > 0 ? (
                <span className={styles.above}>
                  {lineageOf(types, item.name)
                    .slice(1)
                    .reverse()
                    .map((type) => `${type.name} › `)
                    .join('')}
                </span>
              ) : null}
              {item.name}
            </span>
            <span className={styles.hint}>{item.examples[0] ?? ''}</span>
            {item.key === null ? null : <kbd className={styles.key}>{item.key}</kbd>}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** How well a label fits what was typed, from 0 (not at all): its name counts before its examples. */
function fit(name: string, query: string, keywords: readonly string[] = []): number {
  const rank = fitness(name, query);
  if (rank !== null) return 1 - rank / 4;
  return fitness(keywords.join(' '), query) === null ? 0 : 0.1;
}

/** Says what choosing does, with the words concerned. */
function title(): string {
  const { document, words, selected } = useSession.getState();
  if (!document) return 'Labels';
  const quote = (ranges: Parameters<typeof quoteLine>[1]) =>
    `‘${shorten(quoteLine(document.text, ranges), 32)}’`;
  const use = labelUse();
  if (use === 'tag' && words) return `Tag ${quote(words)} as…`;
  const span = selected?.kind === 'span' ? document.index.span(selected.id) : undefined;
  if (use === 'retype' && span) return `Change the type of ${quote(span.ranges)} to…`;
  return 'Arm a label…';
}
