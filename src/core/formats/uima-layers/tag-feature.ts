import { DEPENDENCY, NAMED_ENTITY, OUR_RELATION, POS, shortName } from './layer-document.ts';

/** Features that say what kind of thing an annotation is, where the type is known. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  [NAMED_ENTITY, 'value'],
  [POS, 'PosValue'],
  [DEPENDENCY, 'DependencyType'],
  [OUR_RELATION, 'label'],
]);

/** Types whose values are words or free text. */
const WITHOUT_TAG = /^(?:Lemma|Stem|SurfaceForm|MorphologicalFeatures|Token|Sentence)$/u;

/** Usual names of such features in layers that people make, likeliest first. */
const USUAL = ['value', 'label', 'type', 'tag', 'category', 'class', 'kind', 'entity', 'role'];
const ENDING = /(?:value|label|type|tag|category|class)$/iu;

/** A name longer than this is text. */
const LONGEST = 500;

/**
 * The feature of a layer whose value names the type of an annotation: `value` of NamedEntity. Judged by
 * names alone, so that parts of a dataset that are read one by one agree.
 * @param texts names of the features that hold text.
 * @returns `null` where there is none, so that the name of the layer is the type.
 */
export function tagFeature(layer: string, texts: ReadonlySet<string>): string | null {
  if (WITHOUT_TAG.test(shortName(layer))) return null;
  const known = KNOWN.get(layer);
  if (known !== undefined) return known;
  const candidates = [
    ...(shortName(layer).endsWith('Link') ? ['referenceType'] : []),
    ...USUAL,
    ...[...texts].filter((name) => ENDING.test(name)).sort(),
  ];
  return candidates.find((name) => texts.has(name)) ?? null;
}

/** Whether a value may be the name of a type; longer ones and such with line ends are text. */
export function isTypeName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && !/[\r\n\t]/u.test(value);
}
