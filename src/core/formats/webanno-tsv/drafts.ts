import type { AttributeValue } from '../../model/attribute.ts';
import type { Unit } from './place-text.ts';

/** An annotation while its rows are read: it grows from its first to its last unit. */
export interface Draft {
  readonly layer: string;
  readonly features: Map<string, AttributeValue>;
  readonly chain: string | null;
  readonly line: number;
  start: number;
  end: number;
}

/** All annotations of a file: by their keys, and by the units that they stand on. */
export class Drafts {
  readonly all: Draft[] = [];
  readonly #byKey = new Map<string, Draft>();
  readonly #byUnit = new Map<string, Draft[]>();

  /** The annotation with that key, which from now on covers the unit, too. */
  on(unit: Unit, layer: string, key: string, chain: string | null = null): Draft {
    const whole = `${layer}\n${key}`;
    let draft = this.#byKey.get(whole);
    if (!draft) {
      const { start, end, row } = unit;
      draft = { layer, features: new Map(), chain, line: row.line, start, end };
      this.#byKey.set(whole, draft);
      this.all.push(draft);
    }
    draft.start = Math.min(draft.start, unit.start);
    draft.end = Math.max(draft.end, unit.end);
    for (const place of [`${layer}\n${unit.row.id}`, `\n${unit.row.id}`]) {
      const here = this.#byUnit.get(place);
      if (!here) this.#byUnit.set(place, [draft]);
      else if (!here.includes(draft)) here.push(draft);
    }
    return draft;
  }

  /** The annotation of a layer with that number; of any layer where none is named. */
  numbered(number: string, layer: string, unitId: string): Draft | undefined {
    if (layer !== '') return this.#byKey.get(`${layer}\n#${number}`);
    return this.#byUnit
      .get(`\n${unitId}`)
      ?.find((draft) => this.#byKey.get(`${draft.layer}\n#${number}`) === draft);
  }

  /** The annotations of a layer, or of any, that stand on the unit. */
  at(unitId: string, layer: string): readonly Draft[] {
    return this.#byUnit.get(layer === '' ? `\n${unitId}` : `${layer}\n${unitId}`) ?? [];
  }
}

/** Gives a draft a value, unless an earlier unit gave it one. */
export function setFeature(draft: Draft, feature: string, value: string | null): void {
  if (value !== null && !draft.features.has(feature)) draft.features.set(feature, value);
}
