import { memo, useDeferredValue } from 'react';
import type { EntityType, RelationType } from '#core/model/schema.ts';
import { Swatch } from '../../labels/Swatch.tsx';
import { treeRows } from '../../schema/edits/tree.ts';
import { listType } from '../state.ts';
import type { OpenSetView } from '../use-open-set.ts';
import styles from './CountsSection.module.css';
import { Section } from './Section.tsx';

/** How many annotations of each type there are; a click lists them. */
export function CountsSection({ set }: { readonly set: OpenSetView }) {
  const { index, schema } = set;
  // The text comes first: the counts follow in the frame after.
  const version = useDeferredValue(set.version);
  return <CountsNow index={index} schema={schema} version={version} />;
}

interface CountsNowProps extends Pick<OpenSetView, 'index' | 'schema'> {
  /** The index changes in place; this tells. */
  readonly version: number;
}

const CountsNow = memo(({ index, schema }: CountsNowProps) => {
  const counts = index.counts();
  const spans = countsOf(schema.entityTypes, counts.byType);
  const relations = countsOf(schema.relationTypes, counts.byRelationType);
  return (
    <Section title="Annotations">
      {spans.length + relations.length === 0 ? (
        <p className={styles.none}>
          None yet. Select words in the text and press a label’s key, or click a label above it.
        </p>
      ) : null}
      <Counts label="Spans by type" kind="spans" counts={spans} />
      <Counts label="Relations by type" kind="relations" counts={relations} />
    </Section>
  );
});

interface TypeCount {
  readonly type: string;
  readonly color: string;
  readonly count: number;
}

interface CountsProps {
  readonly label: string;
  readonly kind: 'spans' | 'relations';
  readonly counts: readonly TypeCount[];
}

function Counts({ label, kind, counts }: CountsProps) {
  if (counts.length === 0) return null;
  return (
    <ul className={styles.counts} aria-label={label}>
      {counts.map(({ type, color, count }) => (
        <li key={type}>
          <button
            type="button"
            className={styles.count}
            aria-label={`${type}: ${count}. List them`}
            onClick={() => listType(kind, type)}
          >
            <Swatch color={color} shape={kind === 'spans' ? 'span' : 'relation'} />
            <span className={styles.type}>{type}</span>
            <span className={styles.number}>{count.toLocaleString()}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Types that have annotations, in schema order; those the schema lacks come last. */
function countsOf(
  types: readonly (EntityType | RelationType)[],
  counts: ReadonlyMap<string, number>,
): readonly TypeCount[] {
  const names = treeRows(types).map((row) => row.item.name);
  const strange = [...counts.keys()].filter((name) => !names.includes(name));
  return [...names, ...strange].flatMap((type) => {
    const count = counts.get(type) ?? 0;
    const color = types.find((t) => t.name === type)?.color ?? '#888888';
    return count > 0 ? [{ type, color, count }] : [];
  });
}
