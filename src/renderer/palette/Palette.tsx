import { Command } from 'cmdk';
import { useMemo, useRef, useState } from 'react';
import { useSession } from '../state/session.ts';
import { closeDialog } from '../state/shell.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './Palette.module.css';
import { type PaletteItem, paletteItems } from './palette-items.ts';
import { rankItems } from './rank-items.ts';

/** Everything that can be done or gone to, by typing a part of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const session = useSession();
  const items = useMemo(() => paletteItems(session), [session]);
  const ranked = rankItems(items, query);
  const close = () => closeDialog('palette');
  // What it opens or focuses must come after the palette has given the focus back.
  const chosen = useRef<PaletteItem | null>(null);
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Command palette"
      className={styles.dialog ?? ''}
      titleHidden
      bare
      onClosed={() => chosen.current?.run()}
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
                chosen.current = item;
                close();
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
