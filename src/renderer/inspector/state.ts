import { create } from 'zustand';
import type { ListFilter } from './list/rows.ts';

export type InspectorTab = 'selection' | 'document' | 'list';

interface InspectorState {
  readonly tab: InspectorTab;
  /** What the list of annotations is narrowed to. */
  readonly filter: ListFilter;
}

/** How the inspector stands, besides what is selected. */
export const useInspector = create<InspectorState>()(() => ({
  tab: 'document',
  filter: { kind: 'spans', words: '', type: null },
}));

/** Shows a tab. */
export const showTab = (tab: InspectorTab) => useInspector.setState({ tab });

/** Narrows the list. */
export function setFilter(patch: Partial<InspectorState['filter']>) {
  useInspector.setState(({ filter }) => ({ filter: { ...filter, ...patch } }));
}

/** Shows the annotations of one type in the list. */
export function listType(kind: 'spans' | 'relations', type: string) {
  useInspector.setState({ tab: 'list', filter: { kind, words: '', type } });
}
