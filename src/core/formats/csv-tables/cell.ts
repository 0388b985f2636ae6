import type { AttributeValue } from '../../model/attribute.ts';
import type { Ranges } from '../../model/range.ts';

/** Between the words of the ranges of a discontinuous span. */
export const GAP = ' … ';

/** `12-19 25-30`. */
export function rangesCell(ranges: Ranges): string {
  return ranges.map(({ start, end }) => `${start}-${end}`).join(' ');
}

/** Value of an attribute. Several values are joined by `|`; a `|` or `\` inside one gets a `\` before it. */
export function valueCell(value: AttributeValue | undefined): string | number | boolean {
  if (value === undefined) return '';
  if (typeof value !== 'object') return value;
  return value.map((part) => part.replace(/[\\|]/gu, '\\$&')).join('|');
}
