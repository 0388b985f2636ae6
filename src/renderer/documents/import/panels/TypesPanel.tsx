import { useMemo } from 'react';
import type { ImportPreview } from '#api/calls/imports.ts';
import type { Schema } from '#core/model/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { type NamePart, withNames } from '../mapping.ts';
import { choose, dropNames, useImport } from '../store.ts';
import { VirtualList } from '../VirtualList.tsx';
import { NameRow } from './NameRow.tsx';
import styles from './TypesPanel.module.css';
import { type TypeLine, typeLineKey, typeLines } from './type-lines.ts';

interface TypesPanelProps {
  readonly preview: ImportPreview;
  /** Of the project as it is before the import. */
  readonly schema: Schema;
}

/** What becomes of each incoming type, relation type, attribute and document label. */
export function TypesPanel({ preview, schema }: TypesPanelProps) {
  const mapping = useImport((state) => state.choice.mapping);
  const lines = useMemo(() => typeLines(preview, mapping), [preview, mapping]);
  if (lines.length === 0) {
    return (
      <EmptyState icon="tag" title="Nothing here needs a type">
        These files bring documents only, so the schema of the project stays as it is.
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <VirtualList
        label="Incoming names"
        items={lines}
        keyOf={typeLineKey}
        isStop={() => false}
        height={({ kind }) => (kind === 'part' ? 42 : 34)}
      >
        {(line) =>
          line.kind === 'part' ? (
            <PartHead line={line} />
          ) : (
            <NameRow line={line} schema={schema} after={preview.schema} />
          )
        }
      </VirtualList>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with keys */}
      <section className={styles.changes} aria-label="What changes in the schema" tabIndex={0}>
        <h3 className={styles.title}>What changes in the schema</h3>
        {preview.schemaChanges.length === 0 ? (
          <p className={styles.soft}>Nothing: it has all these names already.</p>
        ) : (
          <ul>
            {preview.schemaChanges.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

interface PartHeadProps {
  readonly line: Extract<TypeLine, { kind: 'part' }>;
}

const all = <Target,>(names: readonly string[], target: (name: string) => Target) =>
  Object.fromEntries(names.map((name) => [name, target(name)]));

function PartHead({ line: { title, at, names } }: PartHeadProps) {
  const decide = (part: NamePart, targets: Readonly<Record<string, string | null | undefined>>) => {
    const keys = new Set(names.map((name) => typeLineKey({ kind: 'name', at: part, name })));
    dropNames((key) => keys.has(key));
    choose((choice) => ({ ...choice, mapping: withNames(choice.mapping, part, targets) }));
  };
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>
        {title} ({names.length.toLocaleString('en')})
      </h3>
      <Button
        look="link"
        aria-label={`${title}: as suggested`}
        onClick={() =>
          decide(
            at,
            all(names, () => undefined),
          )
        }
      >
        As suggested
      </Button>
      <Button
        look="link"
        aria-label={`${title}: add all as new`}
        onClick={() =>
          decide(
            at,
            all(names, (name) => name),
          )
        }
      >
        Add all as new
      </Button>
      <Button
        look="link"
        aria-label={`${title}: leave out all`}
        onClick={() =>
          decide(
            at,
            all(names, () => null),
          )
        }
      >
        Leave out all
      </Button>
    </div>
  );
}
