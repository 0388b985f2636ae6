import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeIdentifier,
  encodeIdentifier,
  isIdentifier,
} from '#core/formats/uima-layers/identifiers.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', minLength: 0, maxLength: 12 }),
  fc
    .array(fc.constantFrom('_', 'u', 'U', '2', '0', 'f', ' ', 'é', '😀', 'begin', 'x'))
    .map((all) => all.join('')),
);
const RESERVED = new Set(['begin', 'x']);

describe('names of types and features', () => {
  it('are written as identifiers, and read as they were', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const written = encodeIdentifier(name, RESERVED);
        expect(isIdentifier(written)).toBe(true);
        expect(RESERVED.has(written)).toBe(false);
        expect(decodeIdentifier(written, RESERVED)).toBe(name);
      }),
      { numRuns: 5000, examples: [['U_'], [''], ['_u5f_']] },
    );
  });

  it('stay as they are where they can, and differ where names differ', () => {
    expect(['Person', 'PER_1', 'Straße', '人'].map((name) => encodeIdentifier(name))).toEqual([
      'Person',
      'PER_1',
      'Straße',
      '人',
    ]);
    expect(encodeIdentifier('x y-z')).toBe('x_u20_y_u2d_z');
    expect(encodeIdentifier('1st')).toBe('U31_st');
    expect(encodeIdentifier('my_update')).toBe('my_update');
    expect(decodeIdentifier('some_upper_Case')).toBe('some_upper_Case');
  });

  it('of files are taken only where all programs take them', () => {
    expect(['webanno.custom.Place', 'Foo', 'a.b_c.D1'].every(isIdentifier)).toBe(true);
    expect(['', 'a..b', '1a', 'a b', 'a>b', 'a|b', 'a\n', 'a-b'].some(isIdentifier)).toBe(false);
  });
});
