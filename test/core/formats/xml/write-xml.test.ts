import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { illegalXmlPositions, isXmlName, replaceIllegalXml } from '#core/formats/xml/escape.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import { emptyTag, startTag, textElement, XML_DECLARATION } from '#core/formats/xml/write-xml.ts';
import { textIn } from '#core/formats/xml/xml-element.ts';
import { xmlText } from '#core/formats/xml/xml-text.ts';

describe('writing XML', () => {
  it('writes what has a meaning as references', () => {
    expect(textElement('a', '<&>"\r\n\t', { b: '<&>"\r\n\t', c: undefined, d: 1 })).toBe(
      '<a b="&lt;&amp;&gt;&quot;&#13;&#10;&#9;" d="1">&lt;&amp;&gt;"&#13;\n\t</a>',
    );
    expect(startTag('a') + emptyTag('b')).toBe('<a><b/>');
  });

  it('is read again as it was, whatever the text', () => {
    const anyText = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(...'\r\n\t<>&"\'] 😀e\u0301\u0085'),
          fc.string({ unit: 'binary' }),
        ),
      })
      .map((text) => replaceIllegalXml(text));
    fc.assert(
      fc.property(anyText, anyText, (text, value) => {
        const parsed = parseXml(XML_DECLARATION + textElement('a', text, { b: value }), 'a.xml');
        if (!parsed.ok) throw new Error(parsed.error.message);
        expect(textIn(parsed.value)).toBe(text);
        expect(parsed.value.attributes['b']).toBe(value);
      }),
      { numRuns: Number(process.env['GLOSSATOR_RUNS'] ?? 200) },
    );
  });

  it('finds the characters that XML cannot hold', () => {
    const text = 'a\u0000b\u001f\t😀\ud800c\udc00\ufffe\uffff';
    expect(illegalXmlPositions(text)).toEqual([1, 3, 7, 9, 10, 11]);
    expect(replaceIllegalXml(text, '?')).toBe('a?b?\t😀?c???');
    expect(illegalXmlPositions('a\r\n\u0085\u2028')).toEqual([]);
  });

  it('knows names', () => {
    expect(['a', 'é:b-1', '_', '名'].every(isXmlName)).toBe(true);
    expect(['', '1', '-a', 'a b', 'a/', 'a<'].some(isXmlName)).toBe(false);
  });
});

describe('xmlText', () => {
  const bytes = (text: string, ...mark: number[]) =>
    Uint8Array.from([...mark, ...[...text].map((character) => character.charCodeAt(0))]);
  const wide = (text: string, at: 0 | 1) =>
    Uint8Array.from(
      [...text].flatMap((c) => (at === 0 ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)])),
    );
  const declared = (encoding: string, content = '\xe9') =>
    `<?xml version="1.0" encoding='${encoding}'?><a>${content}</a>`;

  it.each([
    ['UTF-8 by default', bytes('<a>\xc3\xa9</a>'), '<a>é</a>'],
    ['a byte order mark', bytes('<a>\xc3\xa9</a>', 0xef, 0xbb, 0xbf), '<a>é</a>'],
    ['ISO-8859-1', bytes(declared('ISO-8859-1')), declared('ISO-8859-1', 'é')],
    ['windows-1252', bytes(declared('windows-1252', '\x80')), declared('windows-1252', '€')],
    ['UTF-16 without a mark', wide(declared('UTF-16'), 0), declared('UTF-16', 'é')],
    ['UTF-16 big end first', wide(declared('UTF-16BE'), 1), declared('UTF-16BE', 'é')],
    ['UTF-16 in name only', bytes(declared('utf-16', '\xc3\xa9')), declared('utf-16', 'é')],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...wide('<a/>', 0)]), '<a/>'],
  ])('reads %s', (_, content, expected) => {
    expect(xmlText({ path: 'a.xml', bytes: content })).toEqual({ ok: true, value: expected });
  });

  it('takes text as it is, without its mark', () => {
    const text = `\ufeff${declared('ISO-8859-1')}`;
    expect(xmlText({ path: 'a.xml', text })).toEqual({ ok: true, value: text.slice(1) });
  });

  it('refuses other encodings and broken bytes, with the place', () => {
    expect(xmlText({ path: 'a.xml', bytes: bytes(declared('EUC-JP')) })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('EUC-JP'), place: { file: 'a.xml', line: 1 } },
    });
    expect(xmlText({ path: 'a.xml', bytes: bytes('<a>\n\xe9</a>') })).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'a.xml', line: 2, byte: 4 } },
    });
  });
});
