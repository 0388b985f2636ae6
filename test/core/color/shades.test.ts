import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, mix, parseHex, shadeFor, TINT, toHex } from '#core/color/shades.ts';

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel);
const GROUNDS = { light: [255, 254, 251], dark: [24, 25, 27] } as const;

test('contrast is what is known of black, and of the greys on either side of AA', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrast([0x77, 0x77, 0x77], [255, 255, 255])).toBeCloseTo(4.48, 2);
  expect(contrast([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

test.each(Object.entries(GROUNDS))('any colour gets a shade that can be read, %s', (_, ground) => {
  fc.assert(
    fc.property(color, (hue) => {
      const shade = parseHex(toHex(shadeFor(hue, ground))) ?? [0, 0, 0];
      expect(contrast(shade, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(shade, mix(hue, ground, TINT))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('colours are read and written as #rrggbb, and nothing else is one', () => {
  fc.assert(
    fc.property(color, (rgb) => {
      expect(parseHex(toHex(rgb))).toEqual(rgb);
    }),
  );
  for (const wrong of ['', '#fff', 'red', '#12345g', '#1234567'])
    expect(parseHex(wrong)).toBeUndefined();
});

test('on high-contrast grounds the shades reach 7 : 1, also on their own tint', () => {
  fc.assert(
    fc.property(
      color,
      fc.constantFrom([0, 0, 0] as const, [255, 255, 255] as const),
      (hue, ground) => {
        const shade = parseHex(toHex(shadeFor(hue, ground, 7))) ?? [0, 0, 0];
        expect(contrast(shade, ground)).toBeGreaterThanOrEqual(7);
        expect(contrast(shade, mix(hue, ground, TINT))).toBeGreaterThanOrEqual(7);
      },
    ),
  );
});
