import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, possibleEncodings } from '#core/text/decode/decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

function problemOf(data: Uint8Array, encoding?: Parameters<typeof decodeText>[1]) {
  const decoded = decodeText(data, encoding);
  return decoded.ok ? null : decoded.error;
}

function textOf(data: Uint8Array, encoding?: Parameters<typeof decodeText>[1]) {
  const decoded = decodeText(data, encoding);
  return decoded.ok ? decoded.value : null;
}

/** The platform's own decoder as judge. It keeps the mark, so that only our rule takes it off. */
function judge(data: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    return null;
  }
}

const mixedBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        [0x0a],
        [0xc3, 0xa9],
        [0xf0, 0x9f, 0x98, 0x80],
        [0xed, 0xa0, 0x80],
        [0xc0, 0xaf],
      ),
      fc.constantFrom([0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80], [0xef, 0xbf, 0xbd], [0x80], [0xff]),
      fc.integer({ min: 1, max: 255 }).map((byte) => [byte]),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from([0x20, ...parts.flat()]));

describe('UTF-8', () => {
  test('agrees with the platform on what is valid and what it means', () => {
    fc.assert(
      fc.property(mixedBytes, (data) => {
        expect(textOf(data)?.text ?? null).toBe(judge(data, 'utf-8'));
      }),
      { numRuns: 2000 },
    );
  });

  test('the bytes before the one named are valid, and it is not', () => {
    fc.assert(
      fc.property(mixedBytes, (data) => {
        const byte = problemOf(data)?.place?.byte;
        fc.pre(byte !== undefined);
        expect(judge(data.subarray(0, byte), 'utf-8')).not.toBeNull();
        for (let end = (byte ?? 0) + 1; end <= data.length; end++) {
          expect(judge(data.subarray(0, end), 'utf-8')).toBeNull();
        }
      }),
    );
  });

  test('every character survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && text.isWellFormed());
        expect(textOf(new TextEncoder().encode(text))?.text).toBe(text);
      }),
    );
  });

  test('names byte and line, counting LF, CR and CR LF as one line end each', () => {
    const problem = problemOf(latin('eins\r\nzwei\rdrei\nvi\xe9r'));
    expect(problem).toMatchObject({ code: 'invalid-utf8', place: { byte: 18, line: 4 } });
    expect(problem?.message).toContain('byte 18 (0xE9) in line 4');
  });

  test('a character that is cut off at the end is named as that', () => {
    expect(problemOf(bytes(0x41, 0xe2, 0x82))).toMatchObject({ place: { byte: 1, line: 1 } });
    expect(problemOf(bytes(0x41, 0xe2, 0x82))?.message).toContain('cut off at byte 1');
  });

  test('the byte order mark is taken off once, and a second one stays', () => {
    const decoded = textOf(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x41));
    expect(decoded).toEqual({ text: '\ufeffA', encoding: 'utf-8', hasBom: true });
  });

  test('a replacement character that the author wrote stays', () => {
    expect(textOf(bytes(0xef, 0xbf, 0xbd))?.text).toBe('\ufffd');
  });

  test('white space stays as it is', () => {
    const text = '\r\n a\t b\u00a0 \r\r\n\u2028\u0085 ';
    expect(textOf(new TextEncoder().encode(text))?.text).toBe(text);
  });
});

describe('UTF-16', () => {
  const units = fc.array(
    fc.oneof(
      fc.constantFrom(0xd800, 0xdc00, 0xd83d, 0xde00, 0x0a),
      fc.integer({ min: 1, max: 0xffff }),
    ),
    { maxLength: 10 },
  );

  test.each(['utf-16le', 'utf-16be'] as const)('%s agrees with the platform', (encoding) => {
    fc.assert(
      fc.property(units, fc.boolean(), (codes, isOdd) => {
        const data = Buffer.alloc(2 + codes.length * 2 + (isOdd ? 1 : 0), 0x41);
        const write = encoding === 'utf-16le' ? data.writeUInt16LE : data.writeUInt16BE;
        for (const [i, code] of [0xfeff, ...codes].entries()) write.call(data, code, i * 2);
        const expected = judge(Uint8Array.from(data), encoding)?.slice(1) ?? null;
        const decoded = textOf(Uint8Array.from(data));
        expect(decoded?.text ?? null).toBe(expected);
        if (decoded) expect(decoded).toMatchObject({ encoding, hasBom: true });
      }),
      { numRuns: 1000 },
    );
  });

  test('half a character is refused with its byte and line', () => {
    const odd = bytes(0xff, 0xfe, 0x41, 0x00, 0x42);
    expect(problemOf(odd)).toMatchObject({ code: 'odd-length', place: { byte: 4, line: 1 } });
    const lone = bytes(0xfe, 0xff, 0x00, 0x0a, 0xd8, 0x3d, 0x00, 0x41);
    expect(problemOf(lone)).toMatchObject({ code: 'lone-surrogate', place: { byte: 4, line: 2 } });
  });

  test('is read without a mark when asked for', () => {
    expect(textOf(bytes(0x41, 0x00), 'utf-16le')).toEqual({
      text: 'A',
      encoding: 'utf-16le',
      hasBom: false,
    });
  });
});

describe('one byte per character', () => {
  // Node's own decoder reads Windows-1252 as ISO 8859-1, so the judge is the code page as printed.
  test('Windows-1252 has its 27 characters from 0x80 to 0x9F, and no others there', () => {
    const printed = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
    for (let byte = 0x80; byte < 0xa0; byte++) {
      const character = printed[byte - 0x80];
      const expected = character === ' ' ? null : `A${character}`;
      expect(textOf(bytes(0x41, byte), 'windows-1252')?.text ?? null).toBe(expected);
    }
    const rest = Uint8Array.from({ length: 96 }, (_, i) => 0xa0 + i);
    expect(textOf(rest, 'windows-1252')?.text).toBe(Buffer.from(rest).toString('latin1'));
  });

  test('ISO 8859-1 gives each byte its own code', () => {
    const data = Uint8Array.from({ length: 255 }, (_, i) => i + 1);
    expect(textOf(data, 'iso-8859-1')?.text).toBe(Buffer.from(data).toString('latin1'));
  });
});

describe('what is not text', () => {
  test('UTF-32 is refused by name', () => {
    expect(problemOf(bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0))?.code).toBe('utf-32');
    expect(problemOf(bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41))?.code).toBe('utf-32');
  });

  test.each([
    ['%PDF-1.7\n', 'PDF'],
    ['PK\x03\x04rest', 'ZIP'],
    ['{\\rtf1 a}', 'Rich Text'],
  ])('%j is named', (start, name) => {
    expect(problemOf(latin(start))).toMatchObject({ code: 'binary' });
    expect(problemOf(latin(start), 'iso-8859-1')?.message).toContain(name);
  });

  test('a NUL is refused with its place, in one-byte and two-byte text', () => {
    expect(problemOf(latin('a\nb\0'))).toMatchObject({
      code: 'binary',
      place: { byte: 3, line: 2 },
    });
    expect(problemOf(bytes(0xff, 0xfe, 0x41, 0, 0, 0))).toMatchObject({ place: { byte: 4 } });
  });
});

describe('encodings to choose from', () => {
  test('Latin text offers Windows-1252 first; with an undefined byte only ISO 8859-1', () => {
    expect(possibleEncodings(latin('caf\xe9'))).toEqual(['windows-1252', 'iso-8859-1']);
    expect(possibleEncodings(latin('caf\x81'))).toEqual(['iso-8859-1']);
  });

  test('UTF-16 without a mark offers the byte order that makes words', () => {
    const little = Uint8Array.from(Buffer.from('two words', 'utf16le'));
    const big = Uint8Array.from(Buffer.from('two words', 'utf16le').swap16());
    expect(possibleEncodings(little)).toEqual(['utf-16le']);
    expect(possibleEncodings(big)).toEqual(['utf-16be']);
  });
});

test('20 MB of mixed text decode in well under two seconds', () => {
  const text = 'Zwei Wörter, 数 and 😀.\r\n'.repeat(700_000);
  const data = new TextEncoder().encode(text);
  const start = performance.now();
  const decoded = textOf(data);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(decoded?.text === text).toBe(true);
});
