import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Swatch } from '../../labels/Swatch.tsx';
import { classNames } from '../../ui/class-names.ts';
import { moveDown, moveTo, moveUp, nest, unnest } from '../edits/move.ts';
import { type TreeItem, treeRows } from '../edits/tree.ts';
import { dropZone, type Zone } from './drop-zone.ts';
import styles from './TypeTree.module.css';

interface TreeThing extends TreeItem {
  readonly color?: string;
  readonly key: string | null;
}

interface TypeTreeProps<T extends TreeThing> {
  /** Accessible name. */
  readonly label: string;
  readonly items: readonly T[];
  readonly selected: string | null;
  readonly shape: 'span' | 'relation' | 'none';
  /** Whether things can stand below one another. */
  readonly isFlat?: boolean;
  readonly readOnly: boolean;
  readonly onSelect: (name: string) => void;
  /** Takes the list in its new order, and what was moved. */
  readonly onMove: (items: readonly T[], name: string) => void;
  readonly onDelete: (name: string) => void;
  /** Goes to the name in the details. */
  readonly onOpen: () => void;
}

/** Types as a tree. Arrow keys walk, Alt with them moves and nests; things can be dragged, too. */
export function TypeTree<T extends TreeThing>(props: TypeTreeProps<T>) {
  const { items, selected, isFlat = false, readOnly, onSelect, onMove } = props;
  const tree = useRef<HTMLDivElement>(null);
  const dragged = useRef<string | null>(null);
  const [over, setOver] = useState<{ name: string; zone: Zone } | null>(null);
  const rows = treeRows(items);
  const focusable = rows.some((row) => row.item.name === selected) ? selected : rows[0]?.item.name;

  const move = (next: readonly T[], name: string) => {
    if (next !== items && !readOnly) onMove(next, name);
  };
  const go = (at: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, at))];
    if (!row) return;
    onSelect(row.item.name);
    const name = CSS.escape(row.item.name);
    tree.current?.querySelector<HTMLElement>(`[data-name="${name}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, name: string) => {
    const at = rows.findIndex((row) => row.item.name === name);
    const moves: readonly [string, () => readonly T[]][] = [
      ['ArrowUp', () => moveUp(items, name)],
      ['ArrowDown', () => moveDown(items, name)],
      ['ArrowRight', () => (isFlat ? items : nest(items, name))],
      ['ArrowLeft', () => (isFlat ? items : unnest(items, name))],
    ];
    const steps: readonly [string, () => void][] = [
      ['ArrowUp', () => go(at - 1)],
      ['ArrowDown', () => go(at + 1)],
      ['Home', () => go(0)],
      ['End', () => go(rows.length - 1)],
      ['Delete', () => props.onDelete(name)],
      ['Enter', props.onOpen],
      ['F2', props.onOpen],
    ];
    const [, change] = moves.find(([key]) => event.altKey && key === event.key) ?? [];
    const [, step] = steps.find(([key]) => !event.altKey && key === event.key) ?? [];
    const action = change ? () => move(change(), name) : step;
    if (!action || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const name = dragged.current;
    if (name !== null && over) {
      const target = rows.find((row) => row.item.name === over.name)?.item;
      const siblings = items.filter((item) => item.parent === (target?.parent ?? null));
      const after = siblings[siblings.findIndex((item) => item.name === over.name) + 1];
      const parent = target?.parent ?? null;
      const place = {
        before: { parent, before: over.name },
        into: { parent: over.name, before: null },
        after: { parent, before: after?.name ?? null },
      }[over.zone];
      move(moveTo(items, name, place), name);
    }
    setOver(null);
  };

  return (
    <div ref={tree} className={styles.tree} role="tree" aria-label={props.label}>
      {rows.map(({ item, depth }) => (
        <div
          key={item.name}
          role="treeitem"
          aria-level={depth + 1}
          aria-selected={item.name === selected}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          aria-label={item.name}
          tabIndex={item.name === focusable ? 0 : -1}
          data-name={item.name}
          data-over={over?.name === item.name ? over.zone : undefined}
          className={classNames(styles.row, item.name === selected && styles.selected)}
          style={{ paddingLeft: 8 + depth * 16 }}
          draggable={!readOnly}
          onClick={() => onSelect(item.name)}
          onDoubleClick={props.onOpen}
          onKeyDown={(event) => onKeyDown(event, item.name)}
          onDragStart={(event) => {
            dragged.current = item.name;
            event.dataTransfer.effectAllowed = 'move';
          }}
          onDragOver={(event) => {
            if (dragged.current === null) return;
            event.preventDefault();
            setOver({ name: item.name, zone: dropZone(event, isFlat) });
          }}
          onDragLeave={() => setOver(null)}
          onDragEnd={() => {
            dragged.current = null;
            setOver(null);
          }}
          onDrop={onDrop}
        >
          {props.shape === 'none' ? null : (
            <Swatch color={item.color ?? '#888888'} shape={props.shape} />
          )}
          <span className={styles.name}>{item.name}</span>
          {item.key === null ? null : <kbd className={styles.key}>{item.key}</kbd>}
        </div>
      ))}
    </div>
  );
}
