import type { AttributeValue } from '../../model/attribute.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';

/** Between the levels of a nested choice, as in the schema that a configuration gives. */
const LEVEL = ' / ';

/** Types of results that give a value. */
export const VALUE_TYPES = ['choices', 'taxonomy', 'textarea', 'number', 'rating', 'datetime'];

/**
 * The value of a result that is no region: choices, text, a number.
 * @param isMany whether one choice is still a list.
 * @returns `undefined` where it cannot be read.
 */
export function readValue(
  type: string,
  value: JsonObject,
  isMany: boolean,
): AttributeValue | undefined {
  const given = type === 'textarea' ? value['text'] : value[type];
  if (type === 'number' || type === 'rating') return isNumber(given) ? given : undefined;
  if (typeof given === 'string') return isMany ? [given] : given;
  if (!Array.isArray(given)) return undefined;
  const items: readonly unknown[] = given;
  const texts = items.map((item) => (Array.isArray(item) ? item.map(String).join(LEVEL) : item));
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  const [first] = texts;
  return texts.length === 1 && first !== undefined && !isMany ? first : texts;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A result that gives a value, as it is written. */
export function writeValue(
  value: AttributeValue,
  isChoice: boolean,
): { readonly type: string; readonly value: JsonObject } {
  if (typeof value === 'number') return { type: 'number', value: { number: value } };
  if (typeof value === 'boolean') {
    return { type: 'choices', value: { choices: [value ? YES : NO] } };
  }
  if (typeof value === 'string' && !isChoice) return { type: 'textarea', value: { text: [value] } };
  return { type: 'choices', value: { choices: typeof value === 'string' ? [value] : value } };
}

/** What yes and no are called, which Label Studio has no control for. */
export const [YES, NO] = ['yes', 'no'] as const;

/** Text of the notes on a region; empty where there are none. */
export function noteOf(result: JsonObject): string {
  const meta = result['meta'];
  const text = isObject(meta) ? meta['text'] : undefined;
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.filter((line) => typeof line === 'string').join('\n');
}
