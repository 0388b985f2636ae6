import { parseHex, type Rgb, shadeFor, toHex } from '#core/color/shades.ts';
import type { Schema } from '#core/model/schema.ts';

const sheet = new CSSStyleSheet();

/** What text and chips stand on: the token `--bg-text` of each theme, and the contrast asked for. */
const PAPER: Rgb = [255, 254, 251];
const GROUNDS: readonly (readonly [theme: string, ground: Rgb, least: number])[] = [
  ['dark', [24, 25, 27], 4.5],
  ['sepia', [246, 238, 221], 4.5],
  ['contrast', [255, 255, 255], 7],
  ['contrast-dark', [0, 0, 0], 7],
];
const UNKNOWN = '#808080';

/** Class that carries the colours of the entity type with that number. */
export const entityClass = (number: number) => `g-entity-${number < 0 ? 'unknown' : number}`;

/** Class that carries the colours of the relation type with that number. */
export const relationClass = (number: number) => `g-relation-${number < 0 ? 'unknown' : number}`;

/**
 * Writes the colours of all types as CSS variables: `--hue` as chosen, `--ink` readable on the page
 * (contrast 4.5 : 1 even on the type's own tint, 7 : 1 in high contrast) in each theme.
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
  return [
    `${selector}{--hue:${toHex(hue)};--ink:${light}}`,
    ...GROUNDS.map(([theme, ground, least]) => {
      const ink = toHex(shadeFor(hue, ground, least));
      return `:root[data-theme='${theme}'] ${selector}{--ink:${ink}}`;
    }),
  ];
}
