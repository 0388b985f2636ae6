import { useEffect, useMemo, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import {
  mergeSchemas,
  replaceSchema,
  type SchemaDifference,
  schemaDifference,
} from '../edits/combine.ts';
import { withoutConflicts } from '../edits/free-keys.ts';
import { plainEdit } from '../edits/schema-edit.ts';
import { applyEdit } from '../state/apply-edit.ts';
import { useSchema } from '../state/editor-store.ts';
import styles from './ImportView.module.css';
import type { SchemaFile } from './read-schema-file.ts';
import { findUsed, type IsUsed } from './uses-of.ts';

interface ImportViewProps {
  readonly file: SchemaFile;
  readonly onDone: () => void;
}

const MODES = [
  { value: 'merge', label: 'Add to the schema' },
  { value: 'replace', label: 'Replace the schema' },
] as const;

/** What a schema file would change, before it does. */
export function ImportView({ file, onDone }: ImportViewProps) {
  const present = useSchema();
  const [mode, setMode] = useState<'merge' | 'replace'>('merge');
  const [isUsed, setUsed] = useState<{ readonly test: IsUsed } | null>(null);
  useEffect(() => {
    void findUsed(present, file.schema).then((test) => setUsed({ test }));
  }, [present, file]);
  const result = useMemo(() => {
    if (mode === 'merge') return withoutConflicts(mergeSchemas(present, file.schema));
    return isUsed ? withoutConflicts(replaceSchema(present, file.schema, isUsed.test)) : null;
  }, [mode, present, file, isUsed]);
  const changes = result ? schemaDifference(present, result.schema) : [];
  const kept = result && mode === 'replace' ? keptNames(result.schema, file) : [];
  const doImport = () => {
    if (!result) return;
    applyEdit(() => plainEdit(`Import the schema ‘${file.name}’`, result.schema));
    onDone();
  };
  return (
    <div className={styles.view}>
      <div className={styles.body}>
        <h3 className={styles.title}>
          {file.name} <span className={styles.soft}>({file.format})</span>
        </h3>
        {file.problems.length > 0 ? (
          <section aria-label="Problems in the file">
            <p>Not everything in the file could be used:</p>
            <ul className={styles.problems}>
              {file.problems.map((problem, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and never move.
                <li key={i}>
                  {problem.place?.line === undefined ? '' : `Line ${problem.place.line}: `}
                  {problem.message}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <Toggle label="How to import" choices={MODES} value={mode} onValue={setMode} />
        <p className={styles.soft}>
          {mode === 'merge'
            ? 'What the file has is added; what both have becomes as in the file; nothing is removed.'
            : 'The schema becomes that of the file. What annotations use and the file does not have stays.'}
        </p>
        {result === null ? <p role="status">Looking for what is in use…</p> : null}
        {result && changes.length === 0 ? <p>The file changes nothing.</p> : null}
        {changes.map((difference) => (
          <Difference key={difference.part} difference={difference} />
        ))}
        {kept.length > 0 ? <p>Kept, because annotations use it: {kept.join(', ')}.</p> : null}
        {result && result.lost.length > 0 ? (
          <p>Without their key, which another has: {result.lost.join(', ')}.</p>
        ) : null}
      </div>
      <footer className={styles.footer}>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          look="primary"
          disabled={result === null || changes.length === 0}
          onClick={doImport}
        >
          Import
        </Button>
      </footer>
    </div>
  );
}

function Difference({ difference }: { readonly difference: SchemaDifference }) {
  const { part, added, changed, removed } = difference;
  const line = (word: string, names: readonly string[]) =>
    names.length > 0 ? (
      <p>
        <span className={styles.word}>
          {word} ({names.length}):
        </span>{' '}
        {names.join(', ')}
      </p>
    ) : null;
  return (
    <section aria-label={part}>
      <h4 className={styles.part}>{part}</h4>
      {line('Added', added)}
      {line('Changed', changed)}
      {line('Removed', removed)}
    </section>
  );
}

function keptNames(schema: SchemaFile['schema'], file: SchemaFile): readonly string[] {
  const parts = ['entityTypes', 'relationTypes', 'documentLabels'] as const;
  return parts.flatMap((part) => {
    const names = new Set(file.schema[part].map((item) => item.name));
    return schema[part].map((item) => item.name).filter((name) => !names.has(name));
  });
}
