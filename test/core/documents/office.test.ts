import { describe, expect, test } from 'vitest';
import { FieldStack } from '#core/documents/docx/fields.ts';
import { symbolCharacter } from '#core/documents/docx/symbols.ts';
import { openSelfClosed } from '#core/documents/html/xhtml.ts';
import { LeftOut } from '#core/documents/left-out.ts';
import {
  readRelationships,
  relationshipsPath,
  resolve,
} from '#core/documents/office/relationships.ts';
import { soundText } from '#core/documents/sound-text.ts';

test.each([
  ['word/document.xml', 'styles.xml', 'word/styles.xml'],
  ['word/document.xml', '/xl/a.xml', 'xl/a.xml'],
  ['word/document.xml', '../custom/./a.xml', 'custom/a.xml'],
  ['', 'word/document.xml', 'word/document.xml'],
  ['a/b.xml', '../../../../etc/passwd', 'etc/passwd'],
])('from %s, %s is %s', (part, target, expected) => {
  expect(resolve(part, target)).toBe(expected);
});

test('relationships by the end of their type; those that lead out are left out', () => {
  const xml = `<r:Relationships xmlns:r="x"><r:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="s.xml"/><r:Relationship Id="b" Type="y/hyperlink" Target="http://example.org" TargetMode="External"/></r:Relationships>`;
  const read = readRelationships(xml, 'word/document.xml', 'f.docx');
  expect(read.ok && read.value).toEqual([{ id: 'a', kind: 'styles', target: 'word/s.xml' }]);
  expect(relationshipsPath('word/document.xml')).toBe('word/_rels/document.xml.rels');
  expect(relationshipsPath('')).toBe('_rels/.rels');
});

describe('symbols', () => {
  // Adobe's Symbol encoding (symbol.txt of the Unicode Consortium), Wingdings as Unicode 7 mapped it.
  test.each([
    ['Symbol', 'F061', 'α'],
    ['Symbol', '0044', 'Δ'],
    ['Symbol', 'F0A3', '≤'],
    ['Symbol', '0031', '1'],
    ['Wingdings', 'F0FC', '✓'],
    ['Arial', '20AC', '€'],
    ['Webdings', 'F021', undefined],
    ['Symbol', 'zz', undefined],
    ['Arial', 'D800', undefined],
  ])('%s %s', (font, char, expected) => {
    expect(symbolCharacter(font, char)).toBe(expected);
  });
});

test('fields in fields; one without end does not hide what follows', () => {
  const fields = new FieldStack();
  const states = ['begin', 'begin', 'separate', 'end', 'separate', 'end', 'end', 'separate'].map(
    (type) => {
      fields.mark(type);
      return fields.isInInstruction;
    },
  );
  expect(states).toEqual([true, true, true, true, false, false, false, false]);
  fields.mark('begin');
  fields.endParagraph();
  expect(fields.isInInstruction).toBe(false);
});

test('what is left out is one sentence for each kind, the most frequent first', () => {
  const leftOut = new LeftOut();
  leftOut.add('picture', 'pictures');
  leftOut.add('comment', 'comments', 1_200);
  leftOut.add('chart', 'charts', 0);
  expect(leftOut.sentences()).toEqual(['1,200 comments are left out.', '1 picture is left out.']);
});

test('elements that close themselves are opened, those of HTML stay', () => {
  const xhtml = '<title/><a id="x>y"/><br/><img src="a" /><p title=\'<b/>\'>a/>b</p>';
  expect(openSelfClosed(xhtml)).toBe(
    '<title></title><a id="x>y"></a><br/><img src="a" /><p title=\'<b></b>\'>a/>b</p>',
  );
});

test('half characters and NULs are replaced one for one, and told', () => {
  expect(soundText('a\u0000b\ud83dc😀')).toEqual({
    text: 'a\ufffdb\ufffdc😀',
    replaced: ['2 characters are no Unicode text, and stand as � (U+FFFD).'],
  });
  expect(soundText('fine 😀').replaced).toEqual([]);
});
