import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { layOutFigure } from '#core/figure/lay-out-figure.ts';
import { printable } from '#core/figure/printable.ts';
import { writeSvg } from '#core/figure/write-svg.ts';
import { anyInput, anyOptions, MEASURER, OPTIONS, span } from './examples.ts';

/** Reads a file as XML. @throws where it is not well-formed. */
function parse(svg: string) {
  const parser = new SaxesParser({ xmlns: true });
  const texts: string[] = [];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  parser.on('opentag', ({ name, attributes }) =>
    elements.push({
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([k, a]) => [k, a.value])),
    }),
  );
  parser.on('text', (text) => texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { texts, elements };
}

test('any figure is well-formed XML that holds all its words and refers to nothing outside', () => {
  fc.assert(
    fc.property(anyInput, anyOptions, (input, options) => {
      const figure = layOutFigure(input, options, MEASURER);
      const { texts, elements } = parse(
        writeSvg(figure, { schema: input.schema, title: input.text.slice(0, 40), fonts: [] }),
      );
      const all = texts.join('');
      for (const { words } of figure.lines)
        for (const word of words) expect(all).toContain(word.words);
      for (const { label } of figure.chips) expect(all).toContain(label);
      for (const { attributes } of elements)
        for (const [name, value] of Object.entries(attributes)) {
          expect(name).not.toMatch(/href|src|style/u);
          if (name !== 'xmlns') expect(value).not.toMatch(/url\(|:\/\//u);
        }
      expect(elements.map(({ name }) => name)).not.toContain('script');
    }),
    { numRuns: 200 },
  );
});

test('words keep their exact lengths, whatever font the viewer has', () => {
  const text = 'Ada <met> & greeted';
  const figure = layOutFigure(
    {
      text,
      range: { start: 0, end: text.length },
      spans: [span('a', 'Person', { start: 0, end: 3 })],
      relations: [],
      schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
      quoteOf: () => '',
    },
    OPTIONS,
    MEASURER,
  );
  const svg = writeSvg(figure, {
    schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
    title: 'T',
    fonts: [],
  });
  const words = parse(svg).elements.filter(({ name }) => name === 'tspan');
  expect(words.map(({ attributes }) => Number(attributes['textLength']))).toEqual(
    figure.lines[0]?.words.map(({ width }) => Math.round(width * 100) / 100),
  );
  expect(parse(svg).texts.join('')).toContain('Ada <met> & greeted');
});

test('what XML cannot hold is replaced, one code unit for one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const shown = printable(words);
      expect(shown.length).toBe(words.length);
      expect(() => parse(`<a>${shown.replace(/[&<>]/gu, ' ')}</a>`)).not.toThrow();
    }),
  );
});
