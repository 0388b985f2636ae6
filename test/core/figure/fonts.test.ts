import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { FigureOptions } from '#core/figure/figure.ts';
import { type FontFile, filesFor, fontFaceRules } from '#core/figure/font-faces.ts';
import { hasOtherScripts, SUBSETS, subsetsFor, UNICODE_RANGES } from '#core/figure/font-subsets.ts';
import { layOutFigure } from '#core/figure/lay-out-figure.ts';
import { writeSvg } from '#core/figure/write-svg.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { MEASURER, OPTIONS, span } from './examples.ts';

const require = createRequire(import.meta.url);

/** The files as the window loads them. */
const FONTS: readonly FontFile[] = (['serif', 'sans'] as const).flatMap((kind) =>
  SUBSETS.map((subset) => ({
    family: kind === 'serif' ? 'Glossator Serif' : 'Glossator Sans',
    subset,
    base64: readFileSync(
      require.resolve(`@fontsource/noto-${kind}/files/noto-${kind}-${subset}-400-normal.woff2`),
      'base64',
    ),
  })),
);

const WITH_FONTS: FigureOptions = {
  ...OPTIONS,
  textFont: { family: "'Glossator Serif', Georgia, serif", size: 16 },
  labelFont: { family: "'Glossator Sans', sans-serif", size: 10 },
};

function svgOf(text: string, type = 'Person'): string {
  const figure = layOutFigure(
    {
      text,
      range: { start: 0, end: text.length },
      spans: [span('a', type, { start: 0, end: 3 })],
      relations: [],
      schema: DEFAULT_SCHEMA,
      quoteOf: () => '',
    },
    WITH_FONTS,
    MEASURER,
  );
  return writeSvg(figure, { schema: DEFAULT_SCHEMA, title: 'T', fonts: FONTS });
}

/** The fonts that a file holds: family, range, and bytes. */
function facesOf(file: string) {
  const rule =
    /@font-face\{font-family:'([^']+)';src:url\(data:font\/woff2;base64,([^)]+)\) format\('woff2'\);unicode-range:([^}]+)\}/gu;
  return [...file.matchAll(rule)].map(([, family = '', data = '', range = '']) => ({
    family,
    range,
    bytes: Buffer.from(data, 'base64'),
  }));
}

test('the ranges are those that the fonts were cut by', () => {
  for (const kind of ['serif', 'sans']) {
    const cut = JSON.parse(
      readFileSync(require.resolve(`@fontsource/noto-${kind}/unicode.json`), 'utf8'),
    );
    for (const subset of SUBSETS) expect(UNICODE_RANGES[subset]).toBe(cut[subset]);
  }
});

test('Latin text brings two small fonts along, and names them where they are used', () => {
  const svg = svgOf('Ada Lovelace wrote “Notes” at the café.');
  const faces = facesOf(svg);
  expect(faces.map(({ family }) => family).sort()).toEqual(['Glossator Sans', 'Glossator Serif']);
  for (const { bytes, range } of faces) {
    expect(bytes.toString('latin1', 0, 4)).toBe('wOF2');
    // Bytes 8 to 11 of a WOFF2 file are its length: the whole file is there.
    expect(bytes.readUInt32BE(8)).toBe(bytes.length);
    expect(range).toBe(UNICODE_RANGES.latin);
  }
  expect(svg).toMatch(/<g class="text"[^>]*font-family="&#39;Glossator Serif&#39;,/u);
  expect(svg).toMatch(/<g class="chips"[^>]*font-family="&#39;Glossator Sans&#39;,/u);
  expect(svg.length).toBeLessThan(60_000);
});

test('Czech and Polish stay small too', () => {
  expect(svgOf('Příliš žluťoučký kůň; zażółć gęślą jaźń.').length).toBeLessThan(150_000);
});

test('a part comes along only where words of its own family use it', () => {
  const ranges = (svg: string, family: string) =>
    facesOf(svg)
      .filter((face) => face.family === family)
      .map(({ range }) => SUBSETS.find((subset) => UNICODE_RANGES[subset] === range));
  const greek = svgOf('Ada wrote λόγος');
  expect(ranges(greek, 'Glossator Serif')).toEqual(['greek', 'latin']);
  expect(ranges(greek, 'Glossator Sans')).toEqual(['latin']);
  expect(ranges(svgOf('Ada wrote'), 'Glossator Serif')).toEqual(['latin']);
  expect(ranges(svgOf('Ada wrote', 'Лицо'), 'Glossator Sans')).toEqual(['cyrillic']);
  expect(ranges(svgOf('Ada wrote', 'Лицо'), 'Glossator Serif')).toEqual(['latin']);
});

test('words are drawn by the parts that are for them, and others are known as such', () => {
  expect(subsetsFor('Việt')).toEqual(['latin', 'vietnamese']);
  expect(subsetsFor('ἄνθρωπος и Ҁ')).toEqual([
    'latin',
    'greek',
    'greek-ext',
    'cyrillic',
    'cyrillic-ext',
  ]);
  expect(subsetsFor('שלום')).toEqual([]);
  for (const words of ['שלום', '彼女', 'สวัสดี', '👩', '٤٢'])
    expect(hasOtherScripts(words)).toBe(true);
  expect(hasOtherScripts('Ada, Λόγος → Жанна (1843) — “café” e\u0301\u2003\u200d')).toBe(false);
});

test('without words or without fonts no rule is written', () => {
  expect(filesFor(FONTS, [{ words: 'Ada', family: 'Georgia, serif' }])).toEqual([]);
  expect(filesFor(FONTS, [{ words: '', family: "'Glossator Serif'" }])).toEqual([]);
  expect(fontFaceRules([])).toBe('');
});
