import { describe, expect, test } from 'vitest';
import { FlowWriter } from '#core/documents/flow-text.ts';
import { htmlHead } from '#core/documents/html/html-metadata.ts';
import { writeHtml } from '#core/documents/html/html-text.ts';
import { parseHtml } from '#core/documents/html/parse-html.ts';

function flow(html: string) {
  const writer = new FlowWriter();
  for (const _ of writeHtml(parseHtml(html), writer));
  return writer.finish();
}
const textOf = (html: string) => flow(html).text;

describe('what a browser shows', () => {
  // Expected values: `document.body.innerText` of Chromium for these pages, except where said.
  test.each([
    ['words\n  in\tlines ', 'words in lines'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<h1>T</h1><p>one</p>', 'T\n\none'],
    ['<h1>T</h1><h2>U</h2>', 'T\nU'],
    ['a<b> b</b> <i>c </i> d', 'a b c d'],
    ['a<b></b>b', 'ab'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['a <br> b', 'a\nb'],
    ['<ul><li>x<li>y<ul><li>z</ul></ul>w', 'x\ny\nz\nw'],
    ['<table><tr><td>a<td>b<tr><td>c<td>d</table>e', 'a\tb\nc\td\ne'],
    ['<pre>  a\n\tb\n\n c</pre>d', '  a\n\tb\n\n c\nd'],
    ['a&nbsp; &nbsp;b&shy;c', 'a\u00a0 \u00a0b\u00adc'],
    ['&lt;b&gt; &amp;amp; &eacute;&#x1F600;&notanentity;', '<b> &amp; é😀¬anentity;'],
    ['a<script>b</script><style>c</style><template>d</template>e', 'ae'],
    ['a<p hidden>b</p><p style="color:red; DISPLAY : none">c</p>d', 'ad'],
    ['a<noscript>b</noscript><!-- c --><textarea>d</textarea>', 'a'],
    ['<dl><dt>a<dd>b</dl>', 'a\nb'],
    ['<p>a<div>b</div>c', 'a\n\nb\nc'],
    ['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '漢kan'],
    ['<svg><title>t</title><text>in a picture</text></svg>', 'in a picture'],
    ['', ''],
  ])('%j', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  test('blocks in cells do not tear rows apart (ours: Chromium leaves blank lines there)', () => {
    const html =
      '<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr><tr><td></td><td>d</td></tr></table><p>e</p>';
    expect(textOf(html)).toBe('a\tb\n\nc\n\td\n\ne');
  });

  test('every row is on its own line, also where cells are empty', () => {
    expect(textOf('<table><tr><td>a<td><tr><td>b<td></table>c')).toBe('a\t\nb\t\nc');
  });
});

test('headings have their level and exactly their text', () => {
  const { text, headings } = flow('x<h2> The <i>End</i> </h2>y<h3></h3><h6>z</h6>');
  expect(text).toBe('x\nThe End\ny\nz');
  const found = headings.map(({ level, start, end }) => [level, text.slice(start, end)]);
  expect(found).toEqual([
    [2, 'The End'],
    [6, 'z'],
  ]);
});

test('the head gives title, language and what describes the page', () => {
  const html = `<html lang="de"><title> Ein
    Brief </title><meta name=author content="Anna"><meta name=viewport content=x>
    <meta name="__proto__" content=y><meta property="article:published_time" content=2020>`;
  expect(htmlHead(parseHtml(html))).toEqual({
    title: 'Ein Brief',
    metadata: { language: 'de', author: 'Anna', 'article:published_time': '2020' },
  });
});

describe('pages made to harm', () => {
  test('deep nesting is refused at once', () => {
    expect(() => parseHtml('<div>'.repeat(200_000))).toThrow(/nested more than 1,000 deep/u);
  });

  test('elements that multiply are refused', () => {
    let html = '';
    for (let i = 0; i < 5_000; i++) html += `<p><font size="${i}">x`;
    const began = performance.now();
    expect(() => parseHtml(html)).toThrow(/elements/u);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('names of elements and attributes may be anything', () => {
    expect(textOf('<constructor __proto__=x><tostring>a</tostring></constructor>')).toBe('a');
  });
});
