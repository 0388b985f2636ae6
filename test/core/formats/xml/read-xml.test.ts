import { describe, expect, it } from 'vitest';
import { expandName, ROOT_SCOPE, scopeIn } from '#core/formats/xml/namespaces.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import { readXmlEvents, type XmlOptions } from '#core/formats/xml/read-events.ts';
import {
  childElement,
  childElements,
  textIn,
  type XmlElement,
} from '#core/formats/xml/xml-element.ts';

function tree(text: string, options?: XmlOptions): XmlElement {
  const parsed = parseXml(text, 'a.xml', options);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function failure(text: string, options?: XmlOptions) {
  const parsed = parseXml(text, 'a.xml', options);
  if (parsed.ok) throw new Error('was read');
  return parsed.error;
}

describe('parseXml', () => {
  it('keeps text, elements and their places in order', () => {
    const root = tree('<?xml version="1.0"?>\n<a>x<b\n  i="1"/> y <!-- no --> z<c>w</c></a>');
    expect(root).toEqual({
      name: 'a',
      attributes: {},
      line: 2,
      column: 1,
      children: [
        'x',
        { name: 'b', attributes: { i: '1' }, children: [], line: 2, column: 5 },
        ' y  z',
        { name: 'c', attributes: {}, children: ['w'], line: 3, column: 26 },
      ],
    });
    expect(textIn(root)).toBe('x y  zw');
    expect(childElements(root).map(({ name }) => name)).toEqual(['b', 'c']);
    expect(childElement(root, 'c')?.line).toBe(3);
  });

  it('resolves the five entities, numeric references and CDATA, and nothing else', () => {
    expect(textIn(tree('<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;<![CDATA[<&]]></a>'))).toBe(
      '<>&"\'A😀<&',
    );
    expect(failure('<a>\n &nbsp;</a>')).toMatchObject({
      message: expect.stringContaining('Entities'),
      place: { file: 'a.xml', line: 2, column: 7 },
    });
    expect(failure('<a>&toString;</a>').message).toContain('Entities');
  });

  it('makes line ends LF in text and blanks in attributes; references stay what they are', () => {
    const root = tree('<a v="1\r\n2&#10;3&#13;4\t5">x\r\ny\rz&#13;&#10;</a>');
    expect(root.attributes['v']).toBe('1 2\n3\r4 5');
    expect(textIn(root)).toBe('x\ny\nz\r\n');
  });

  it('treats line ends of XML 1.1 as XML 1.1 does', () => {
    expect(textIn(tree('<?xml version="1.1"?><a>x\u0085y\u2028&#1;</a>'))).toBe('x\ny\n\u0001');
    expect(textIn(tree('<a>x\u0085y\u2028</a>'))).toBe('x\u0085y\u2028');
    expect(failure('<a>&#1;</a>').place).toEqual({ file: 'a.xml', line: 1, column: 7 });
  });

  it('joins text that chunks of the reader part', () => {
    const long = `${'x'.repeat(65_530)}😀\r\n${'y'.repeat(70_000)}`;
    expect(textIn(tree(`<a>${long}</a>`))).toBe(long.replace('\r\n', '\n'));
  });

  it.each([
    ['an internal subset', '<!DOCTYPE a [<!ENTITY x "y">]><a/>'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "ha">]><a>&b;</a>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]><a/>'],
    ['an external definition', '<!DOCTYPE a SYSTEM "a.dtd"><a/>'],
  ])('refuses %s', (_, text) => {
    const { code, message, place } = failure(`<!-- <!DOCTYPE -->\n ${text}`);
    expect(code).toBe('invalid-file');
    expect(message).toContain('DTD');
    expect(place).toEqual({ file: 'a.xml', line: 2, column: 2 });
  });

  it('lets a document type pass that only names its definition, where the format has that', () => {
    const options = { doctype: 'reference' } as const;
    expect(tree('<!DOCTYPE collection SYSTEM "BioC.dtd"><collection/>', options).name).toBe(
      'collection',
    );
    expect(failure('<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY x "y">]><a/>', options).message).toContain(
      'DTD',
    );
    expect(failure('<!DOCTYPE a SYSTEM "a.dtd"><a>&x;</a>', options).message).toContain('Entities');
  });

  it('refuses elements nested deeper than 200, at once', () => {
    const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    expect(tree(nested(200)).name).toBe('a');
    expect(failure(nested(201)).place).toEqual({ file: 'a.xml', line: 1, column: 601 });
    expect(failure('<a>'.repeat(200_000)).message).toContain('200 deep');
  });

  it.each(['', '   ', 'plain', '<a>', '<a></b>', '<a b="1" b="2"/>', '<a/><b/>', '<a>\u0000</a>'])(
    'refuses %j with its place',
    (text) => {
      expect(failure(text)).toMatchObject({ code: 'invalid-file', place: { file: 'a.xml' } });
    },
  );

  it('keeps names that objects have for themselves apart', () => {
    const { attributes } = tree('<a __proto__="x"/>');
    expect(Object.entries(attributes)).toEqual([['__proto__', 'x']]);
    expect(tree('<a/>').attributes['constructor']).toBeUndefined();
  });
});

describe('readXmlEvents', () => {
  it('tells what comes, and nothing outside the root', () => {
    const told: string[] = [];
    const read = readXmlEvents(' <a> <b/>x</a> \n', 'a.xml', {
      open: ({ name }) => told.push(`<${name}`),
      text: (text) => told.push(text),
      close: (name) => told.push(`${name}>`),
    });
    expect(read.ok).toBe(true);
    expect(told).toEqual(['<a', ' ', '<b', 'b>', 'x', 'a>']);
  });
});

describe('namespaces', () => {
  it('resolves prefixes by the scope they stand in', () => {
    const root = tree('<x:a xmlns:x="u:1" xmlns="u:2"><b xmlns="" xmlns:x="u:3"/></x:a>');
    const outer = scopeIn(ROOT_SCOPE, root);
    expect(expandName(outer, root.name)).toEqual({ namespace: 'u:1', local: 'a' });
    expect(expandName(outer, 'b')).toEqual({ namespace: 'u:2', local: 'b' });
    const [b] = childElements(root);
    const inner = scopeIn(outer, b ?? root);
    expect(expandName(inner, 'b')).toEqual({ namespace: undefined, local: 'b' });
    expect(expandName(inner, 'x:c')).toEqual({ namespace: 'u:3', local: 'c' });
    expect(expandName(inner, 'y:c')).toEqual({ namespace: undefined, local: 'c' });
  });
});
