import { useState } from 'react';
import type { Schema } from '#core/model/schema.ts';
import { Swatch } from '../../../labels/Swatch.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type Fate, fateOf, projectNames, withNames } from '../mapping.ts';
import { choose } from '../store.ts';
import styles from './TypesPanel.module.css';
import type { NameLine } from './type-lines.ts';

interface NameRowProps {
  readonly line: NameLine;
  /** Of the project before the import, and after it. */
  readonly schema: Schema;
  readonly after: Schema;
}

const KINDS = {
  entityTypes: 'entity type',
  relationTypes: 'relation type',
  documentLabels: 'document label',
  entityAttributes: 'attribute',
  relationAttributes: 'attribute',
} as const;

/** An incoming name with what becomes of it. */
export function NameRow({ line, schema, after }: NameRowProps) {
  const { at, name, count, target, isSuggested, type } = line;
  const [isRenaming, setRenaming] = useState(false);
  const known = projectNames(schema, at, type);
  const fate = isRenaming ? 'rename' : fateOf(name, target, known);
  const decide = (to: string | null) =>
    choose((choice) => ({ ...choice, mapping: withNames(choice.mapping, at, { [name]: to }) }));
  const onFate = (next: string) => {
    setRenaming(next === 'rename');
    if (next === 'out') decide(null);
    else if (next === 'add') decide(name);
    else if (next.startsWith('to:')) decide(next.slice('to:'.length));
  };
  return (
    <div className={styles.row} data-attribute={'type' in at}>
      <span className={styles.name} title={`${KINDS[at.part]} ${name}`}>
        <NameSwatch line={line} schema={after} />
        <bdi className={styles.words}>{name}</bdi>
        <span className={styles.count}>{count.toLocaleString('en')}</span>
      </span>
      <Select
        label={`What becomes of the ${KINDS[at.part]} ${name}`}
        options={optionsOf(name, known, 'type' in at)}
        value={fate}
        onValue={onFate}
      />
      {fate === 'rename' ? (
        <NewName
          label={`New name of the ${KINDS[at.part]} ${name}`}
          before={target ?? name}
          known={known}
          onName={decide}
        />
      ) : (
        <span className={styles.soft}>{isSuggested ? 'suggested' : ''}</span>
      )}
    </div>
  );
}

function optionsOf(name: string, known: readonly string[], isAttribute: boolean) {
  const options: (Option & { readonly value: Fate })[] = [];
  if (!known.includes(name)) options.push({ value: 'add', label: `Add ‘${name}’` });
  options.push({ value: 'rename', label: 'Add under another name…' });
  options.push({ value: 'out', label: 'Leave out' });
  const into = isAttribute ? 'Same as' : 'Merge into';
  for (const each of known) options.push({ value: `to:${each}`, label: `${into} ‘${each}’` });
  return options;
}

function NameSwatch({ line: { at, target }, schema }: { line: NameLine; schema: Schema }) {
  if (at.part !== 'entityTypes' && at.part !== 'relationTypes') return null;
  const type = schema[at.part].find((each) => each.name === target);
  const shape = at.part === 'entityTypes' ? 'span' : 'relation';
  return <Swatch color={type?.color ?? '#88888800'} shape={shape} />;
}

interface NewNameProps {
  readonly label: string;
  readonly before: string;
  readonly known: readonly string[];
  readonly onName: (name: string) => void;
}

/** The other name under which something is added. */
function NewName({ label, before, known, onName }: NewNameProps) {
  const [draft, setDraft] = useState(before);
  const trimmed = draft.trim();
  const onValue = (value: string) => {
    setDraft(value);
    if (value.trim() !== '') onName(value.trim());
  };
  return (
    <TextField
      label={label}
      labelHidden
      autoFocus
      maxLength={100}
      value={draft}
      onValue={onValue}
      onFocus={(event) => event.target.select()}
      problem={trimmed === '' ? 'Please give a name.' : null}
      hint={known.includes(trimmed) ? 'The project has this name: they become one.' : null}
    />
  );
}
