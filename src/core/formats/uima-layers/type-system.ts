/** A feature of a type: what it holds, and of lists what their elements are. */
export interface FeatureDefinition {
  readonly name: string;
  /** Name of a type: `uima.cas.String`, `uima.cas.FSArray`, `webanno.custom.Link[]`. */
  readonly range: string;
  readonly elementType: string | null;
  /** Whether lists are structures of their own. */
  readonly isShared: boolean;
}

export interface TypeDefinition {
  readonly name: string;
  readonly supertype: string;
  readonly features: ReadonlyMap<string, FeatureDefinition>;
}

/** What a feature holds, as far as reading it goes. */
export type RangeKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'texts'
  | 'values'
  | 'reference'
  | 'references';

const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['uima.cas.AnnotationBase', 'uima.cas.TOP'],
  ['uima.tcas.Annotation', 'uima.cas.AnnotationBase'],
  ['uima.tcas.DocumentAnnotation', 'uima.tcas.Annotation'],
]);

/** Longer lines of ancestors are circles. */
const DEEPEST = 200;

/** The types of a CAS. What UIMA itself defines is always there. */
export class TypeSystem {
  readonly #types = new Map<string, TypeDefinition>();
  /** Answers of `rangeKind`, which is asked for every value. */
  readonly #kinds = new Map<string, Map<string, RangeKind | undefined>>();

  /** Adds types; of those that are there already, the new features are added. */
  add(types: Iterable<TypeDefinition>): void {
    this.#kinds.clear();
    for (const type of types) {
      const known = this.#types.get(type.name);
      const features = known ? new Map([...type.features, ...known.features]) : type.features;
      this.#types.set(type.name, { ...(known ?? type), features });
    }
  }

  /** All types that were added. */
  all(): readonly TypeDefinition[] {
    return [...this.#types.values()];
  }

  has(name: string): boolean {
    return this.#types.has(name) || BUILT_IN.has(name) || name.startsWith('uima.cas.');
  }

  /** Whether a type is another one or descends from it. */
  isA(name: string, ancestor: string): boolean {
    let at: string | undefined = name;
    for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
      if (at === ancestor) return true;
      at = this.#types.get(at)?.supertype ?? BUILT_IN.get(at);
    }
    return false;
  }

  /** A feature of a type or of one of its ancestors. */
  feature(type: string, name: string): FeatureDefinition | undefined {
    let at: string | undefined = type;
    for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
      const found: FeatureDefinition | undefined = this.#types.get(at)?.features.get(name);
      if (found) return found;
      at = this.#types.get(at)?.supertype ?? BUILT_IN.get(at);
    }
    return undefined;
  }

  /** What a feature holds; `undefined` where nothing defines it. */
  rangeKind(type: string, name: string): RangeKind | undefined {
    const known = this.#kinds.get(type) ?? new Map<string, RangeKind | undefined>();
    this.#kinds.set(type, known);
    if (known.has(name)) return known.get(name);
    const range = this.feature(type, name)?.range;
    const kind = range === undefined ? undefined : this.#kindOf(range);
    known.set(name, kind);
    return kind;
  }

  #kindOf(range: string): RangeKind {
    if (/^uima\.cas\.(?:FSArray|FSList)$/u.test(range)) return 'references';
    if (/^uima\.cas\.String(?:Array|List)$|^uima\.cas\.String\[\]$/u.test(range)) return 'texts';
    if (/^uima\.cas\.\w+(?:Array|List|\[\])$/u.test(range)) return 'values';
    if (range.endsWith('[]')) return 'references';
    if (/^uima\.cas\.(?:Integer|Short|Long|Byte|Float|Double)$/u.test(range)) return 'number';
    if (range === 'uima.cas.Boolean') return 'boolean';
    return this.isA(range, 'uima.cas.String') ? 'text' : 'reference';
  }
}

/** A type with features that hold one value each, or as `more` says. */
export function defineType(
  name: string,
  supertype: string,
  features: readonly FeatureDefinition[],
): TypeDefinition {
  return { name, supertype, features: new Map(features.map((one) => [one.name, one])) };
}

/** A feature; lists belong to the structure that holds them. */
export function defineFeature(
  name: string,
  range: string,
  elementType: string | null = null,
): FeatureDefinition {
  return { name, range, elementType, isShared: false };
}
