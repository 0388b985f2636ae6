import type { AttributeValue } from '../model/attribute.ts';
import type { AttributeDefinition } from '../model/schema.ts';
import { isBlank } from '../schema/values.ts';
import { newAttribute } from '../schema-formats/new-type.ts';
import { doesFit, MOST_VALUES, type SeenAttribute } from './incoming-names.ts';

/** What becomes of one incoming attribute. */
export interface AttributePlan {
  readonly name: string;
  readonly kind: AttributeDefinition['kind'];
}

/** Up to so many different short texts are taken for a list of choices. */
const MOST_CHOICES = 20;
const LONGEST_CHOICE = 60;

/** The definition of a new attribute: the one that the file gives, if the values agree; else one made of them. */
export function definitionFor(
  name: string,
  given: AttributeDefinition | undefined,
  seen: SeenAttribute,
): AttributeDefinition {
  const kind = given && doesFit(given.kind, seen) ? given.kind : kindFor(seen);
  const isList = kind === 'one-of' || kind === 'many-of';
  const listed = given?.kind === kind ? given.values.filter((value) => value.trim() !== '') : [];
  const values = isList ? [...new Set([...listed, ...seen.values])] : [];
  // A list without values would be no schema.
  if (isList && values.length === 0) return newAttribute(name, { kind: 'text' });
  const { description = '', required = false } = given ?? {};
  const own = given?.kind === kind ? given.default : null;
  const isDefault = own !== null && !isBlank(own) && isAmong(own, kind, values);
  return { name, kind, values, default: isDefault ? own : null, required, key: null, description };
}

function isAmong(value: AttributeValue, kind: string, values: readonly string[]): boolean {
  if (kind === 'one-of') return typeof value === 'string' && values.includes(value);
  if (kind === 'many-of') return Array.isArray(value) && value.every((one) => values.includes(one));
  return kind === 'text' ? typeof value === 'string' : typeof value !== 'object';
}

function kindFor(seen: SeenAttribute): AttributeDefinition['kind'] {
  const { kinds, values } = seen;
  if (kinds.size === 0) return 'text';
  if (doesFit('yes-no', seen)) return 'yes-no';
  if (doesFit('number', seen)) return 'number';
  const isShort = [...values].every((value) => value.length <= LONGEST_CHOICE);
  if (kinds.has('list')) return doesFit('many-of', seen) ? 'many-of' : 'text';
  const isChoice = doesFit('one-of', seen) && values.size <= MOST_CHOICES && isShort;
  return isChoice ? 'one-of' : 'text';
}

/** The definition with the values that were seen and that it lacks. */
export function withValues(
  definition: AttributeDefinition,
  seen: SeenAttribute,
): AttributeDefinition {
  if (definition.kind !== 'one-of' && definition.kind !== 'many-of') return definition;
  const more = [...seen.values].filter((value) => !definition.values.includes(value));
  if (more.length === 0 || seen.values.size > MOST_VALUES) return definition;
  return { ...definition, values: [...definition.values, ...more] };
}

/** A value as an attribute of that kind holds it; `undefined` where it says nothing. */
export function valueAs(
  value: AttributeValue,
  kind: AttributeDefinition['kind'],
): AttributeValue | undefined {
  if (isBlank(value)) return kind === 'text' && value === '' ? value : undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (kind === 'text') return typeof value === 'object' ? value.join(', ') : String(value);
  if (kind === 'one-of') return String(value).trim() === '' ? undefined : value;
  if (kind !== 'many-of') return value;
  const items = typeof value === 'object' ? value : [String(value)];
  const unique = [...new Set(items.filter((item) => item.trim() !== ''))];
  return unique.length > 0 ? unique : undefined;
}

/** Another name for values that do not fit the attribute of this name: `certain (text)`, then `certain (text 2)`. */
export function* otherNames(name: string, kind: AttributeDefinition['kind']): Generator<string> {
  const what = { 'yes-no': 'yes or no', number: 'number', text: 'text' } as const;
  const word = kind === 'one-of' || kind === 'many-of' ? 'value' : what[kind];
  yield `${name} (${word})`;
  for (let i = 2; ; i++) yield `${name} (${word} ${i})`;
}
