import type { AnnotatorId, DocumentId } from '../model/ids.ts';
import type { Difference } from './difference.ts';
import type { DifferenceKind } from './differences.ts';

/** Which differences are looked at. `null` and empty: whatever it is. */
export interface DifferenceFilter {
  readonly kind: DifferenceKind | null;
  readonly type: string | null;
  /** Whose view it is, as `apart` has it. */
  readonly annotator: AnnotatorId | null;
  readonly document: DocumentId | null;
  /** Found in the words of anybody's annotation, whatever their case. */
  readonly words: string;
}

export const EVERY_DIFFERENCE: DifferenceFilter = {
  ...{ kind: null, type: null, annotator: null, document: null, words: '' },
};

/** Values with how many differences have them, the most frequent first. */
export type Tally = readonly (readonly [value: string, count: number])[];

export interface DifferenceCounts {
  /** Without any filter. */
  readonly all: number;
  /** What passes the filter. */
  readonly shown: number;
  /** Of each of these, what passes the other filters: what one would get by choosing the value. */
  readonly kinds: Tally;
  readonly types: Tally;
  readonly annotators: Tally;
  readonly documents: Tally;
}

type Facet = 'kinds' | 'types' | 'annotators' | 'documents';

/** Filters differences one by one, and counts them. */
export class DifferenceCounter {
  private readonly filter: DifferenceFilter;
  private readonly words: string;
  private all = 0;
  private shown = 0;
  private readonly tallies: Readonly<Record<Facet, Map<string, number>>> = {
    kinds: new Map(),
    types: new Map(),
    annotators: new Map(),
    documents: new Map(),
  };

  constructor(filter: DifferenceFilter) {
    this.filter = filter;
    this.words = fold(filter.words);
  }

  /** Counts a difference. @returns whether it passes the filter. */
  add(difference: Difference): boolean {
    this.all++;
    if (!this.hasWords(difference)) return false;
    const values = valuesOf(difference);
    const { kind, type, annotator, document } = this.filter;
    const wanted = { kinds: kind, types: type, annotators: annotator, documents: document };
    const failing = FACETS.filter((facet) => {
      const value = wanted[facet];
      return value !== null && !values[facet].includes(value);
    });
    if (failing.length > 1) return false;
    for (const facet of FACETS) {
      if (failing.some((other) => other !== facet)) continue;
      const tally = this.tallies[facet];
      for (const value of values[facet]) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
    if (failing.length > 0) return false;
    this.shown++;
    return true;
  }

  counts(): DifferenceCounts {
    const sorted = (facet: Facet) => [...this.tallies[facet]].sort((a, b) => b[1] - a[1]);
    const { all, shown } = this;
    return {
      ...{ all, shown, kinds: sorted('kinds'), types: sorted('types') },
      ...{ annotators: sorted('annotators'), documents: sorted('documents') },
    };
  }

  private hasWords({ takes, about, types }: Difference): boolean {
    if (this.words === '') return true;
    const texts =
      about === 'label'
        ? [...types, ...takes.map(({ type }) => type)]
        : takes.map(({ words }) => words);
    return texts.some((text) => fold(text).includes(this.words));
  }
}

const FACETS: readonly Facet[] = ['kinds', 'types', 'annotators', 'documents'];

const valuesOf = (difference: Difference): Readonly<Record<Facet, readonly string[]>> => ({
  kinds: difference.kinds,
  types: difference.types,
  annotators: difference.apart,
  documents: [difference.document],
});

const fold = (text: string) => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
