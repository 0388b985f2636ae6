import type { Schema } from '#core/model/schema.ts';
import { parseHex, type Rgb, shadeFor, toHex } from './shades.ts';

const sheet = new CSSStyleSheet();

/** What text and chips stand on, in light and dark; the tokens `--bg-text` of both themes. */
const PAPER: Rgb = [255, 254, 251];
const NIGHT: Rgb = [24, 25, 27];
const UNKNOWN = '#808080';

/** Class that carries the colours of the entity type with that number. */
export const entityClass = (number: number) => `g-entity-${number < 0 ? 'unknown' : number}`;

/** Class that carries the colours of the relation type with that number. */
export const relationClass = (number: number) => `g-relation-${number < 0 ? 'unknown' : number}`;

/**
 * Writes the colours of all types as CSS variables: `--hue` as chosen, `--ink` readable on the page
 * (contrast 4.5 : 1 even on the type's own tint) in the light and the dark theme.
 * They go into one adopted style sheet, which the content security policy allows.
 */
export function writeTypeColors(schema: Schema): void {
  const rules = [
    ...rulesOf(`.${entityClass(-1)}`, UNKNOWN),
    ...rulesOf(`.${relationClass(-1)}`, UNKNOWN),
    ...schema.entityTypes.flatMap((type, i) => rulesOf(`.${entityClass(i)}`, type.color)),
    ...schema.relationTypes.flatMap((type, i) => rulesOf(`.${relationClass(i)}`, type.color)),
  ];
  sheet.replaceSync(rules.join('\n'));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

function rulesOf(selector: string, color: string): string[] {
  const hue = parseHex(color) ?? parseHex(UNKNOWN) ?? [128, 128, 128];
  const light = toHex(shadeFor(hue, PAPER));
  const dark = toHex(shadeFor(hue, NIGHT));
  return [
    `${selector}{--hue:${toHex(hue)};--ink:${light}}`,
    `:root[data-theme='dark'] ${selector}{--ink:${dark}}`,
  ];
}
