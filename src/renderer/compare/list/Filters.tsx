import { useMemo } from 'react';
import type { DifferenceCounts, Tally } from '#core/review/difference-filter.ts';
import { DIFFERENCE_KINDS, type DifferenceKind } from '#core/review/differences.ts';
import { useSession } from '../../state/session.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from '../Compare.module.css';
import { filterBy, useCompare } from '../compare-state.ts';
import { KIND_NAMES } from '../kind-names.ts';
import { useDistinctNames } from '../people.ts';

const NONE: readonly never[] = [];

/** Narrows the list down; each choice says how many differences it would leave. */
export function Filters({ counts }: { readonly counts: DifferenceCounts }) {
  const filter = useCompare((state) => state.filter);
  const documents = useSession((state) => state.project?.documents ?? NONE);
  const nameOf = useDistinctNames();
  const titles = useMemo(() => new Map(documents.map(({ id, name }) => [id, name])), [documents]);
  const order = useMemo(() => new Map(documents.map(({ id }, i) => [id, i])), [documents]);
  const isKind = (value: string): value is DifferenceKind =>
    DIFFERENCE_KINDS.some((kind) => kind === value);
  return (
    <search className={styles.filters} aria-label="Filters">
      <Facet
        label="Kind"
        all="All kinds"
        tally={counts.kinds}
        value={filter.kind}
        nameOf={(kind) => (isKind(kind) ? KIND_NAMES[kind] : kind)}
        onValue={(kind) => filterBy({ kind: kind !== null && isKind(kind) ? kind : null })}
      />
      <Facet
        label="Type"
        all="All types"
        tally={counts.types}
        value={filter.type}
        nameOf={(type) => type}
        onValue={(type) => filterBy({ type })}
      />
      <Facet
        label="Annotator"
        all="Everyone"
        tally={counts.annotators}
        value={filter.annotator}
        nameOf={nameOf}
        onValue={(annotator) => filterBy({ annotator })}
      />
      <Facet
        label="Document"
        all="All documents"
        tally={[...counts.documents].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))}
        value={filter.document}
        nameOf={(id) => titles.get(id) ?? id}
        onValue={(document) => filterBy({ document })}
      />
      <TextField
        label="Words"
        labelHidden
        type="search"
        placeholder="Words"
        value={filter.words}
        onValue={(words) => filterBy({ words })}
      />
    </search>
  );
}

interface FacetProps {
  readonly label: string;
  /** What no choice is called. */
  readonly all: string;
  readonly tally: Tally;
  readonly value: string | null;
  readonly nameOf: (value: string) => string;
  readonly onValue: (value: string | null) => void;
}

/** Values have this in front, so that none of them is the empty one. */
const MARK = '=';

function Facet({ label, all, tally, value, nameOf, onValue }: FacetProps) {
  const isCounted = value === null || tally.some(([each]) => each === value);
  const options = isCounted ? tally : [...tally, [value, 0] as const];
  return (
    <Select
      label={label}
      data-active={value !== null}
      options={[
        { value: '', label: all },
        ...options.map(([each, count]) => ({
          value: `${MARK}${each}`,
          label: `${nameOf(each)} (${count.toLocaleString('en')})`,
        })),
      ]}
      value={value === null ? '' : `${MARK}${value}`}
      onValue={(next) => onValue(next === '' ? null : next.slice(MARK.length))}
    />
  );
}
