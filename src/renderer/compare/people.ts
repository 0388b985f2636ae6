import { useMemo } from 'react';
import { shortNames } from '#core/layout/short-names.ts';
import type { AnnotatorId } from '#core/model/ids.ts';
import { distinctNames } from '#core/review/distinct-names.ts';
import { useSession } from '../state/session.ts';
import { useCompare } from './compare-state.ts';

/** One of those who are compared, as the page shows them. */
export interface Person {
  readonly id: AnnotatorId;
  readonly name: string;
  readonly initials: string;
  /** Number of the colour; each has another one, as far as there are colours. */
  readonly lane: number;
  readonly isReference: boolean;
}

/** So many colours there are; see `lanes` in the style sheet. */
const LANES = 6;

/** Those who are compared, the reference first. */
export function usePeople(): readonly Person[] {
  const annotators = useCompare((state) => state.annotators);
  const nameOf = useDistinctNames();
  return useMemo(() => {
    const names = annotators.map(nameOf);
    const initials = shortNames(names);
    return annotators.map((id, i) => {
      const name = names[i] ?? id;
      const short = initials.get(name) ?? name;
      return { id, name, initials: short, lane: i % LANES, isReference: i === 0 };
    });
  }, [annotators, nameOf]);
}

/** Names of the project's annotators, all different. */
export function useDistinctNames(): (id: AnnotatorId) => string {
  const annotators = useSession((state) => state.project?.annotators);
  return useMemo(() => {
    const names = distinctNames(annotators ?? []);
    return (id) => names.get(id) ?? id;
  }, [annotators]);
}
