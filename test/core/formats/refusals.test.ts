import { describe, expect, test } from 'vitest';
import type { Format } from '#core/formats/format.ts';
import { completeOptions } from '#core/formats/options.ts';
import { FORMATS, formatById } from '#core/formats/registry.ts';

const json = formatById('glossator-json') as Format;
const jsonl = formatById('glossator-jsonl') as Format;

const LINE = {
  document: { id: 'd1', name: 'd1' },
  annotator: { id: 'anna', name: 'Anna' },
  text: '😀 Ada met Bob',
  spans: [{ id: 's1', type: 'Person', ranges: [[2, 5]], quote: ['Ada'] }],
  relations: [],
};

function readLines(...lines: readonly object[]) {
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  return jsonl.read?.([{ path: 'x.jsonl', text }], {});
}

test('what may be left out may be left out', () => {
  expect(readLines(LINE)).toMatchObject({
    ok: true,
    value: { documents: [{ sets: [{ records: [{ ranges: [{ start: 3, end: 6 }], note: '' }] }] }] },
  });
});

describe('JSON Lines are refused with line and record', () => {
  const BEN = { ...LINE, annotator: { id: 'ben', name: 'Ben' } };
  const span = (more: object) => ({ ...BEN, spans: [{ ...LINE.spans[0], ...more }] });
  test.each([
    ['a range past the end', span({ ranges: [[2, 99]] }), 'does not lie in the text'],
    ['a range that ends before it starts', span({ ranges: [[5, 2]] }), 'does not lie'],
    ['a fraction', span({ ranges: [[2.5, 5]] }), 'ranges'],
    ['a quote that is not there', span({ quote: ['Adam'] }), '‘Ada’'],
    ['UTF-16 offsets', span({ ranges: [[3, 6]] }), '‘da ’'],
    [
      'ranges that touch',
      span({
        ranges: [
          [2, 4],
          [4, 5],
        ],
        quote: ['Ad', 'a'],
      }),
      'order',
    ],
    ['an id used twice', { ...BEN, spans: [LINE.spans[0], LINE.spans[0]] }, 'Two spans'],
    [
      'a relation to nothing',
      { ...BEN, relations: [{ id: 'r', type: 't', from: 's1', to: 's9' }] },
      '‘s9’',
    ],
    ['a field of another program', { ...LINE, labels_: 1 }, 'labels_'],
    ['a folder name as id', { ...LINE, document: { id: '../x', name: 'x' } }, 'folder'],
    ['the same set twice', LINE, 'two sets'],
    [
      'another text of the same document',
      { ...LINE, text: 'Ada', spans: [], annotator: null },
      'another text',
    ],
  ])('%s', (_name, line, words) => {
    const result = readLines(LINE, line);
    expect(result?.ok).toBe(false);
    if (!result || result.ok) return;
    expect(result.error.message).toContain(words);
    expect(result.error.place).toMatchObject({ file: 'x.jsonl', line: 2 });
  });

  test('broken JSON', () => {
    const result = jsonl.read?.(
      [{ path: 'x.jsonl', text: `${JSON.stringify(LINE)}\n{"a":\n` }],
      {},
    );
    expect(result).toMatchObject({ ok: false, error: { place: { line: 2 } } });
  });
});

test.each([
  ['{"format":"glossator-dataset","formatVersion":2,"x":[]}', 'newer-format'],
  ['{"format":"glossator-dataset","formatVersion":1,"offsets":"utf-16"}', 'invalid-file'],
  [
    `{"format":"glossator-dataset","schema":${'['.repeat(9999)}${']'.repeat(9999)}}`,
    'invalid-file',
  ],
  ['null', 'invalid-file'],
  ['{"format":', 'invalid-file'],
])('a dataset is refused: %.50s', (text, code) => {
  expect(json.read?.([{ path: 'x.json', text }], {})).toMatchObject({ ok: false, error: { code } });
});

describe('options', () => {
  test('are filled with their defaults', () => {
    expect(completeOptions(json, {})).toEqual({ ok: true, value: { files: 'one' } });
  });
  test.each([[{ files: 'two' }], [{ colour: 'red' }], [{ toString: 'x' }]])(
    '%j is refused',
    (given) => {
      expect(completeOptions(json, given)).toMatchObject({
        ok: false,
        error: { code: 'bad-option' },
      });
    },
  );
});

test('every format is described, and each default is among its choices', () => {
  expect(new Set(FORMATS.map((format) => format.id)).size).toBe(FORMATS.length);
  for (const format of FORMATS) {
    expect(format.description).toMatch(/\.$/u);
    for (const option of format.options) {
      expect(option.choices.map((choice) => choice.value)).toContain(option.default);
    }
  }
});
