import { useDeferredValue, useMemo } from 'react';
import { treeRows } from '../../schema/edits/tree.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { setFilter, useInspector } from '../state.ts';
import type { OpenSetView } from '../use-open-set.ts';
import { plural } from '../words.ts';
import styles from './AnnotationList.module.css';
import { listRows } from './rows.ts';
import { VirtualRows } from './VirtualRows.tsx';

/** With more records than these, the list is made anew when edits pause, in milliseconds. */
const [LARGE, PAUSE] = [5_000, 300];

/** All spans or relations of the document, narrowed by words and type. A click goes there. */
export function AnnotationList({ set }: { readonly set: OpenSetView }) {
  const filter = useInspector((state) => state.filter);
  const { text, index, schema } = set;
  // Typing and tagging stay quick in large sets: the list may come a moment later.
  const words = useDeferredValue(filter.words);
  const isLarge = index.records.size > LARGE;
  const version = useDeferredValue(useSettled(set.version, isLarge ? PAUSE : 0));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index changes in place, `version` tells.
  const rows = useMemo(
    () => listRows(text, index, { kind: filter.kind, type: filter.type, words }),
    [text, index, filter.kind, filter.type, words, version],
  );
  const types = filter.kind === 'spans' ? schema.entityTypes : schema.relationTypes;
  const counts = index.counts();
  const total = filter.kind === 'spans' ? counts.spans : counts.relations;
  return (
    <div className={styles.list} data-part="list">
      <div className={styles.controls}>
        <TextField
          type="search"
          label="Filter the list"
          labelHidden
          placeholder="Filter by words or type"
          value={filter.words}
          onValue={(value) => setFilter({ words: value })}
        />
        <div className={styles.line}>
          <Toggle
            label="What to list"
            choices={KINDS}
            value={filter.kind}
            onValue={(kind) => setFilter({ kind, type: null })}
          />
          <Select
            label="Type to list"
            options={[
              { value: '', label: 'All types' },
              ...treeRows(types).map(({ item, depth }) => ({
                value: item.name,
                label: `${'\u2003'.repeat(depth)}${item.name}`,
              })),
            ]}
            value={filter.type ?? ''}
            onValue={(type) => setFilter({ type: type === '' ? null : type })}
          />
        </div>
        <p className={styles.count} role="status">
          {rows.length === total
            ? plural(total, filter.kind === 'spans' ? 'span' : 'relation')
            : `${rows.length.toLocaleString()} of ${total.toLocaleString()}`}
        </p>
      </div>
      {rows.length === 0 ? (
        <Empty kind={filter.kind} hasAny={total > 0} />
      ) : (
        <VirtualRows rows={rows} set={set} types={types} />
      )}
    </div>
  );
}

const KINDS = [
  { value: 'spans', label: 'Spans' },
  { value: 'relations', label: 'Relations' },
] as const;

function Empty({
  kind,
  hasAny,
}: {
  readonly kind: 'spans' | 'relations';
  readonly hasAny: boolean;
}) {
  if (hasAny) {
    return <EmptyState title={`No ${kind} fit`}>Take words out of the filter.</EmptyState>;
  }
  return kind === 'spans' ? (
    <EmptyState icon="tag" title="No spans yet">
      Select words in the text and press a label’s key.
    </EmptyState>
  ) : (
    <EmptyState icon="relation" title="No relations yet">
      Drag from one span to another, or select a span and press “-”.
    </EmptyState>
  );
}
