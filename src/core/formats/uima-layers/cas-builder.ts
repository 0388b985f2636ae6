import type { AttributeValue } from '../../model/attribute.ts';
import type { Range } from '../../model/range.ts';
import { type FeatureStructure, NO_REFERENCES, type References } from './cas.ts';

/** A structure while it is made: links may be added until all are. */
export interface Draft extends FeatureStructure {
  readonly values: Map<string, AttributeValue>;
  references: ReadonlyMap<string, References & { readonly ids: string[] }>;
}

/** Makes the structures of one text, numbered from 1; the text itself is number 1. */
export class CasBuilder {
  readonly sofa = '1';
  readonly structures = new Map<string, Draft>();
  readonly #members: string[] = [];

  /** A structure that is no annotation. */
  add(type: string, values: Readonly<Record<string, AttributeValue>> = {}): Draft {
    return this.#make(type, null, new Map(Object.entries(values)));
  }

  /** An annotation, listed in the view. */
  annotate(
    type: string,
    { start, end }: Range,
    values: Readonly<Record<string, AttributeValue>> = {},
  ): Draft {
    const offsets = new Map<string, AttributeValue>([
      ['begin', start],
      ['end', end],
      ...Object.entries(values),
    ]);
    const made = this.#make(type, this.sofa, offsets);
    this.#members.push(made.id);
    return made;
  }

  /** A structure that belongs to the text as a whole, such as a chain; listed in the view. */
  attach(type: string): Draft {
    const made = this.#make(type, this.sofa, new Map());
    this.#members.push(made.id);
    return made;
  }

  /** Ids of what the view lists. */
  members(): ReadonlySet<string> {
    return new Set(this.#members);
  }

  #make(type: string, sofa: string | null, values: Map<string, AttributeValue>): Draft {
    const id = String(this.structures.size + 2);
    const made: Draft = { id, type, sofa, values, references: NO_REFERENCES, line: null };
    this.structures.set(id, made);
    return made;
  }
}

/** Adds what a feature leads to. */
export function refer(from: Draft, feature: string, to: FeatureStructure, isList = false): void {
  const known = from.references.get(feature);
  if (isList && known) {
    known.ids.push(to.id);
    return;
  }
  from.references = new Map([...from.references, [feature, { ids: [to.id], isList }]]);
}
