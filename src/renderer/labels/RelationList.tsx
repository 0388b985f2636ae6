import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { shorten } from '#core/text/graphemes.ts';
import { quoteLine } from '#core/text/quote.ts';
import { relate } from '../inspector/edits.ts';
import { openDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './RelationPicker.module.css';
import { type RelationOption, relationOptions, startsReversed } from './relation-options.ts';
import { Swatch } from './Swatch.tsx';

interface RelationListProps {
  readonly text: string;
  readonly schema: Schema;
  readonly from: Span;
  readonly to: Span;
  readonly onDone: () => void;
}

/** The relation types for two spans. Arrow keys and Enter, a type's own key, or a click choose one. */
export function RelationList({ text, schema, from, to, onDone }: RelationListProps) {
  const [isReversed, setReversed] = useState(() => startsReversed(schema, from, to));
  const [source, target] = isReversed ? [to, from] : [from, to];
  const options = relationOptions(schema, source, target);
  const allowed = options.filter((option) => option.reason === null);
  const [active, setActive] = useState(allowed[0]?.type.name ?? null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => list.current?.focus(), []);

  const turn = () => {
    setReversed(!isReversed);
    setActive(
      relationOptions(schema, target, source).find((o) => o.reason === null)?.type.name ?? null,
    );
  };
  const choose = ({ type, reason }: RelationOption) => {
    if (reason === null && relate(type.name, source.id, target.id)) onDone();
  };
  const step = (by: number) => {
    const at = allowed.findIndex((option) => option.type.name === active);
    const next = allowed[(at + by + allowed.length) % allowed.length];
    setActive(next?.type.name ?? null);
    document.getElementById(`${id}-${next?.type.name}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isTurning = (ctrlKey || metaKey) && key.toLowerCase() === 'r';
    const byKey = options.find((option) => option.type.key === key.toLowerCase());
    if (isTurning || key === 'Tab') turn();
    else if (ctrlKey || metaKey || altKey) return;
    else if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Enter' || key === ' ') {
      const option = options.find((o) => o.type.name === active);
      if (option) choose(option);
    } else if (byKey) choose(byKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words = (span: Span) => shorten(quoteLine(text, span.ranges), 28);
  return (
    <>
      <div className={styles.header}>
        <p className={styles.ends} dir="auto">
          <strong>{words(source)}</strong>
          <span className={styles.arrow}> → </span>
          <strong>{words(target)}</strong>
        </p>
        <IconButton icon="reverse" label="Turn round" keys="Tab" onClick={turn} />
      </div>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label="Relation types"
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        onKeyDown={onKeyDown}
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys.
          <div
            key={option.type.name}
            id={`${id}-${option.type.name}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.type.name === active}
            aria-disabled={option.reason !== null}
            className={styles.option}
            onClick={() => choose(option)}
            onMouseMove={() => option.reason === null && setActive(option.type.name)}
          >
            <Swatch color={option.type.color} shape="relation" />
            <span className={styles.name}>
              {option.type.name}
              {option.reason === null ? null : <span className={styles.why}>{option.reason}</span>}
            </span>
            {option.type.key === null ? null : <kbd className={styles.key}>{option.type.key}</kbd>}
          </div>
        ))}
      </div>
      {options.length === 0 ? (
        <p className={styles.none}>
          The schema has no relation types yet.{' '}
          <Button
            look="link"
            onClick={() => {
              onDone();
              openDialog({ name: 'schema' });
            }}
          >
            Add one
          </Button>
        </p>
      ) : null}
    </>
  );
}
