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
const LONGEST = 100;
/** A feature with more different values than this is text. */
const MOST = 500;

/**
 * The feature of a layer whose value names the type of an annotation: `value` of NamedEntity.
 * `null` where there is none, so that the name of the layer is the type.
 * @param values what is given for each feature, over all annotations.
 */
export function tagFeature(
  layer: string,
  values: ReadonlyMap<string, ReadonlySet<unknown>>,
): string | null {
  if (WITHOUT_TAG.test(shortName(layer))) return null;
  const known = KNOWN.get(layer);
  if (known !== undefined) return areTexts(values.get(known)) ? known : null;
  const candidates = [
    ...(shortName(layer).endsWith('Link') ? ['referenceType'] : []),
    ...USUAL,
    ...[...values.keys()].filter((name) => ENDING.test(name)),
  ];
  return candidates.find((name) => isTag(values.get(name))) ?? null;
}

function isTag(values: ReadonlySet<unknown> | undefined): boolean {
  if (!values || values.size > MOST) return false;
  return [...values].every((value) => typeof value === 'string' && isName(value));
}

function areTexts(values: ReadonlySet<unknown> | undefined): boolean {
  return values !== undefined && [...values].every((value) => typeof value === 'string');
}

function isName(value: string): boolean {
  return value.length <= LONGEST && value.isWellFormed() && !/\p{Cc}/u.test(value);
}
