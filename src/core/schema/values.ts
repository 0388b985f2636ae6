import type { AttributeValue } from '../model/attribute.ts';
import type { AttributeDefinition } from '../model/schema.ts';

/**
 * Checks a value against the definition of its attribute or document label.
 * @returns why it does not fit, as a sentence; `undefined` where it does.
 */
export function valueProblem(
  definition: AttributeDefinition,
  value: AttributeValue,
): string | undefined {
  const { name, kind, values } = definition;
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : `‘${name}’ is either yes or no.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? undefined
        : `‘${name}’ must be a number.`;
    case 'text':
      return typeof value === 'string' ? undefined : `‘${name}’ must be text.`;
    case 'one-of':
      if (typeof value !== 'string') return `‘${name}’ must be one of its values.`;
      return values.includes(value) ? undefined : notAmong(value, name);
    case 'many-of': {
      if (!Array.isArray(value)) return `‘${name}’ must be a list of its values.`;
      const unknown = value.find((item) => !values.includes(item));
      if (unknown !== undefined) return notAmong(unknown, name);
      return new Set(value).size === value.length ? undefined : `‘${name}’ names a value twice.`;
    }
  }
}

/** Whether a value says nothing: empty text, or an empty list. */
export function isBlank(value: AttributeValue): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function notAmong(value: string, name: string): string {
  return `‘${value}’ is not among the values of ‘${name}’.`;
}
