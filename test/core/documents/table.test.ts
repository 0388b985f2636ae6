import { expect, test } from 'vitest';
import { lookAtColumns, suggestRoles } from '#core/documents/table/column-roles.ts';
import { looksLikeHeader, tableOf } from '#core/documents/table/header-row.ts';
import { columnNames } from '#core/documents/table/table.ts';

const roles = (...rows: readonly (readonly string[])[]) => {
  const table = tableOf(rows, true);
  const suggested = suggestRoles(lookAtColumns(table));
  return Object.fromEntries(table.columns.map((column, i) => [column, suggested[i]]));
};

test('the text is the column with the longest values; a name has different values', () => {
  const rows = [
    ['id', 'note', 'group', 'nothing'],
    ['1', 'A long sentence stands here.', 'x', ''],
    ['2', 'And another one, which is longer.', 'x', ''],
  ];
  expect(roles(...rows)).toEqual({
    id: 'name',
    note: 'text',
    group: 'metadata',
    nothing: 'left-out',
  });
});

test('a column called text is the text, unless it is much shorter', () => {
  expect(roles(['text', 'html'], ['Hello there', '<p>Hello there</p>'])).toMatchObject({
    text: 'text',
  });
  expect(roles(['text', 'page'], ['7', 'A whole page of words.'])).toMatchObject({ page: 'text' });
});

test('an id used twice is no name, a title comes before an id', () => {
  expect(roles(['id', 'x'], ['1', 'aaa'], ['1', 'bbb'])).toMatchObject({ id: 'metadata' });
  expect(
    roles(['id', 'title', 'x'], ['1', 'A', 'long enough'], ['2', 'B', 'long enough']),
  ).toMatchObject({
    id: 'metadata',
    title: 'name',
  });
});

test.each([
  [
    true,
    [
      ['id', 'text'],
      ['1', 'x'],
    ],
  ],
  [
    true,
    [
      ['Datum', 'Brief an Anna'],
      ['3', 'Liebe Anna, es ist lange her, dass ich dir schrieb.'],
    ],
  ],
  [
    false,
    [
      ['1', 'Some text'],
      ['2', 'More'],
    ],
  ],
  [
    false,
    [
      ['Dear Anna!', 'Come!'],
      ['Dear Otto!', 'Stay.'],
    ],
  ],
  [
    false,
    [
      ['a', 'a'],
      ['x', 'y'],
    ],
  ],
  [false, [['only one row']]],
])('whether the first row names the columns: %j', (expected, rows) => {
  expect(looksLikeHeader(rows)).toBe(expected);
});

test('columns have names, each once', () => {
  expect(columnNames(['a', '', 'a', ' b  c '], 5)).toEqual([
    'a',
    'Column 2',
    'a (2)',
    'b c',
    'Column 5',
  ]);
});
