import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast, parseHex, type Rgb } from '#core/color/shades.ts';

const css = readFileSync(
  join(import.meta.dirname, '../../../src/renderer/theme/tokens.css'),
  'utf8',
);

/** The colours of one theme; what it does not say is as in the light one. */
function tokensOf(theme: string): ReadonlyMap<string, Rgb> {
  const blocks = [...css.matchAll(/:root(?:\[data-theme='([\w-]+)'\])? \{([^}]*)\}/gu)];
  const wanted = blocks.filter(([, name]) => name === undefined || name === theme);
  const tokens = new Map<string, Rgb>();
  for (const [, , body = ''] of wanted)
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)) {
      const color = parseHex(value);
      if (color) tokens.set(name, color);
    }
  return tokens;
}

const GROUNDS = [
  'frame',
  'pane',
  'text',
  'raised',
  'control',
  'hover',
  'selected',
  'selected-idle',
];

test.each([
  ['light', 4.5, 3],
  ['dark', 4.5, 3],
  ['sepia', 4.5, 3],
  ['contrast', 7, 4.5],
  ['contrast-dark', 7, 4.5],
])(
  'words on every ground of %s have a contrast of %d, edges of controls %d',
  (theme, words, edges) => {
    const tokens = tokensOf(theme);
    const of = (name: string): Rgb => {
      const color = tokens.get(name);
      if (!color) throw new Error(`${theme} has no --${name}`);
      return color;
    };
    const low: string[] = [];
    const check = (fg: string, bg: string, least: number) => {
      const ratio = contrast(of(fg), of(bg));
      if (ratio < least) low.push(`${fg} on ${bg}: ${ratio.toFixed(2)}`);
    };
    for (const ground of GROUNDS)
      for (const fg of ['fg', 'fg-soft']) check(fg, `bg-${ground}`, words);
    for (const ground of ['frame', 'pane', 'text', 'raised', 'control']) {
      check('fg-faint', `bg-${ground}`, words);
      check('line-strong', `bg-${ground}`, edges);
      check('focus', `bg-${ground}`, edges);
      check('accent', `bg-${ground}`, words);
    }
    check('fg-on-accent', 'accent', words);
    for (const kind of ['good', 'warn', 'bad']) check(kind, `${kind}-soft`, words);
    check('fg', 'select-text', words);
    expect(low).toEqual([]);
  },
);
