import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import type { JsonObject } from '../json/json-values.ts';
import { attributeName } from './gate-document.ts';

const LONGEST_NAME = 500;
const LONGEST_VALUE = 1_000_000;

/**
 * The value of a feature as an attribute can hold it: maps and mixed lists as JSON text. `undefined` for
 * `null`, which says that there is none.
 */
export function attributeValueOf(feature: unknown): AttributeValue | undefined {
  if (feature === null || feature === undefined) return undefined;
  if (typeof feature === 'string' || typeof feature === 'boolean') return feature;
  if (typeof feature === 'number' && Number.isFinite(feature)) return feature;
  if (isTexts(feature)) return feature;
  return JSON.stringify(feature);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Whether a feature is read as JSON text. */
export function isComplex(feature: unknown): boolean {
  return typeof feature === 'object' && feature !== null && !isTexts(feature);
}

/** Features as attributes; those of our own left out, and those whose names attributes cannot have. */
export function attributesOf(features: JsonObject): {
  readonly attributes: Attributes;
  readonly unfit: readonly string[];
} {
  const entries: (readonly [string, AttributeValue])[] = [];
  const unfit: string[] = [];
  for (const [feature, raw] of Object.entries(features)) {
    const name = attributeName(feature);
    const value = attributeValueOf(raw);
    if (name === undefined || value === undefined) continue;
    if (isFit(name, value)) entries.push([name, value]);
    else unfit.push(feature);
  }
  return { attributes: Object.fromEntries(entries), unfit };
}

function isFit(name: string, value: AttributeValue): boolean {
  if (name === '' || name === '__proto__' || name.length > LONGEST_NAME) return false;
  const texts = typeof value === 'object' ? value : [String(value)];
  return texts.length <= 10_000 && texts.every((text) => text.length <= LONGEST_VALUE);
}

/** Whether both are the same value. */
export function isSameValue(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
