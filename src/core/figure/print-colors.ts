import { mix, parseHex, type Rgb, shadeFor, toHex } from '../color/shades.ts';
import type { Schema } from '../model/schema.ts';

/** Colours of one type on white paper. */
export interface PrintColor {
  /** For words and lines: readable on the paper and on the tint. */
  readonly ink: string;
  /** Ground of a span's words: pale enough for black letters, and for a black and white printer. */
  readonly tint: string;
  readonly line: string;
}

const PAPER: Rgb = [255, 255, 255];
const UNKNOWN: Rgb = [128, 128, 128];

/** Colours of the types of a schema on paper; types that it does not have are grey. */
export function printColors(schema: Schema): {
  readonly entity: (type: string) => PrintColor;
  readonly relation: (type: string) => PrintColor;
} {
  const lookUp = (types: readonly { readonly name: string; readonly color: string }[]) => {
    const colors = new Map(types.map(({ name, color }) => [name, colorOf(color)]));
    const unknown = colorOf('');
    return (type: string) => colors.get(type) ?? unknown;
  };
  return { entity: lookUp(schema.entityTypes), relation: lookUp(schema.relationTypes) };
}

function colorOf(color: string): PrintColor {
  const hue = parseHex(color) ?? UNKNOWN;
  const ink = shadeFor(hue, PAPER);
  return {
    ink: toHex(ink),
    tint: toHex(mix(hue, PAPER, 0.17)),
    line: toHex(mix(hue, ink, 0.6)),
  };
}
