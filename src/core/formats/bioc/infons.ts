import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import { attributeValueOf } from '../bdoc/feature-values.ts';
import type { JsonObject } from '../json/json-values.ts';

export const TYPE = 'type';
export const NOTE = 'note';
const ESCAPED = 'attribute:';

/** The infon that holds an attribute: of the same name, unless type and note have it. */
export function infonName(attribute: string): string {
  const isTaken = attribute === TYPE || attribute === NOTE || attribute.startsWith(ESCAPED);
  return isTaken ? `${ESCAPED}${attribute}` : attribute;
}

/** The text of an infon: BioC holds nothing else. Lists stand as JSON. */
export function infonOf(value: AttributeValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Infons as attributes, but for type and note. */
export function attributesOfInfons(infons: JsonObject): Attributes {
  const entries: (readonly [string, AttributeValue])[] = [];
  for (const [key, raw] of Object.entries(infons)) {
    const name = key.startsWith(ESCAPED) ? key.slice(ESCAPED.length) : key;
    const value = attributeValueOf(raw);
    if (key === TYPE || key === NOTE || value === undefined) continue;
    if (name === '' || name === '__proto__' || name.length > 500) continue;
    entries.push([name, typeof value === 'string' ? valueOfText(value) : value]);
  }
  return Object.fromEntries(entries);
}

/** The list that a text is as JSON; otherwise the text. */
export function valueOfText(text: string): AttributeValue {
  if (!/^\[(?:"[\s\S]*"|)\]$/u.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
    return isList ? value : text;
  } catch {
    return text;
  }
}

/** Infons of a record: its type, its attributes, its note. */
export function infonsOf(type: string, attributes: Attributes, note: string): JsonObject {
  return Object.fromEntries([
    [TYPE, type],
    ...Object.entries(attributes).map(
      ([name, value]) => [infonName(name), infonOf(value)] as const,
    ),
    ...(note === '' ? [] : [[NOTE, note] as const]),
  ]);
}

/** What an infon says as text; empty where there is none. */
export function infonText(infons: JsonObject, key: string): string {
  const value = Object.hasOwn(infons, key) ? infons[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
