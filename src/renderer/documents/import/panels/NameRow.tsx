import type { Schema } from '#core/model/schema.ts';
import { Swatch } from '../../../labels/Swatch.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import { type Fate, fateOf, projectNames, withNames } from '../mapping.ts';
import { choose, giveName, useImport } from '../store.ts';
import { NameField } from './NameField.tsx';
import styles from './TypesPanel.module.css';
import { type NameLine, typeLineKey } from './type-lines.ts';

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
  const key = typeLineKey(line);
  const given = useImport(({ names }) => names[key]);
  const known = projectNames(schema, at, type);
  const fate = given === undefined ? fateOf(name, target, known) : 'rename';
  const decide = (to: string | null) =>
    choose((choice) => ({ ...choice, mapping: withNames(choice.mapping, at, { [name]: to }) }));
  const onFate = (next: string) => {
    giveName(key, next === 'rename' ? (target ?? name) : null);
    if (next === 'out') decide(null);
    else if (next === 'add') decide(name);
    else if (next.startsWith('to:')) decide(next.slice('to:'.length));
  };
  return (
    <div className={styles.row} data-choice data-attribute={'type' in at}>
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
          value={given ?? target ?? name}
          known={known}
          onValue={(value) => {
            giveName(key, value);
            if (value.trim() !== '') decide(value.trim());
          }}
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
  readonly value: string;
  readonly known: readonly string[];
  readonly onValue: (value: string) => void;
}

/** The other name under which something is added. */
function NewName({ label, value, known, onValue }: NewNameProps) {
  const trimmed = value.trim();
  return (
    <NameField
      label={label}
      value={value}
      onValue={onValue}
      onFocus={(event) => event.target.select()}
      hint={known.includes(trimmed) ? 'The project has this name: they become one.' : null}
    />
  );
}
