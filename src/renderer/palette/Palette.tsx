import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './Palette.module.css';
import { paletteItems } from './palette-items.ts';
import { rankItems } from './rank-items.ts';

/** Everything that can be done or gone to, by typing a part of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const session = useSession();
  const items = useMemo(() => paletteItems(session), [session]);
  const ranked = rankItems(items, query);
  const close = () => closeDialog('palette');
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Command palette"
      className={styles.dialog ?? ''}
      titleHidden
      bare
    >
      <Command label="Command palette" shouldFilter={false} loop className={styles.palette}>
        <Command.Input
          autoFocus
          className={styles.input}
          placeholder="Do something, tag, or go to a document"
          value={query}
          onValueChange={setQuery}
        />
        <Command.List className={styles.list} label="Commands">
          <Command.Empty className={styles.none}>Nothing is called ‘{query}’.</Command.Empty>
          {ranked.map((item) => (
            <Command.Item
              key={item.id}
              value={item.id}
              disabled={item.disabled}
              className={styles.item}
              onSelect={() => {
                close();
                // What it opens or focuses must come after the palette has given the focus back.
                setTimeout(() => {
                  textView()?.focus();
                  item.run();
                });
              }}
            >
              {item.color === undefined ? null : (
                <span className={styles.color} style={{ background: item.color }} />
              )}
              <span className={styles.name}>{item.name}</span>
              <span className={styles.kind}>{item.kind}</span>
              {item.keys === undefined ? null : <Kbd keys={item.keys} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
