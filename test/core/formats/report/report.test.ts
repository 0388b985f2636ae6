import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { report } from '#core/formats/report/format.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { anyDataset } from '../datasets.ts';
import { runs, written } from '../format-checks.ts';

const EVIL = `<script>alert(1)</script>"'&|*_[x](javascript:y)\`#`;

const dataset: Dataset = {
  name: 'p',
  schema: DEFAULT_SCHEMA,
  documents: [
    {
      id: 'd1',
      name: 'Letter.txt',
      text: 'Ada met Babbage.\nThey spoke.',
      sets: [
        {
          annotator: { id: 'anna', name: 'Anna' },
          records: [
            {
              kind: 'span',
              id: 'a',
              type: 'Person',
              ranges: [{ start: 0, end: 3 }],
              attributes: { sure: true, n: 2 },
              note: 'one\ntwo',
            },
            {
              kind: 'span',
              id: 'b',
              type: 'Person',
              ranges: [{ start: 17, end: 21 }],
              attributes: {},
              note: '',
            },
            {
              kind: 'relation',
              id: 'r',
              type: 'meets',
              from: 'b',
              to: 'a',
              attributes: {},
              note: '',
            },
            { kind: 'label', id: 'label:topic', name: 'topic', value: ['x', 'y'] },
            { kind: 'note', id: 'note', text: EVIL },
            { kind: 'status', id: 'status', status: 'needs-review', at: '2026-01-02T03:04:05Z' },
          ],
        },
      ],
    },
    { id: 'd2', name: EVIL, text: EVIL, sets: [] },
  ],
};

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly HtmlNode[];
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
}

/** All nodes of a page, as a browser would see it. */
function* nodesOf(node: HtmlNode): Generator<HtmlNode> {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}

const textOf = (node: HtmlNode): string =>
  [...nodesOf(node)].map(({ value }) => value ?? '').join('');

function rowsOf(html: string): readonly (readonly string[])[] {
  return [...nodesOf(parse(html) as HtmlNode)]
    .filter(({ nodeName }) => nodeName === 'tr')
    .map((row) => (row.childNodes ?? []).map(textOf));
}

describe('HTML', () => {
  const [letter, other] = written(report, dataset);

  test('tables of labels, spans and relations', () => {
    expect(letter?.path).toBe('Letter.html');
    expect(rowsOf(letter?.text ?? '')).toEqual([
      ['Label', 'Value'],
      ['topic', 'x, y'],
      ['No.', 'Type', 'Words', 'Line', 'Attributes', 'Note'],
      ['1', 'Person', 'Ada', '1', 'sure; n: 2', 'one\ntwo'],
      ['2', 'Person', 'They', '2', '', ''],
      ['No.', 'From', 'Type', 'To', 'Attributes', 'Note'],
      ['1', '2: They', 'meets', '1: Ada', '', ''],
    ]);
    expect(letter?.text).toContain('Status: for review');
  });

  test('whatever stands in names, notes and texts is text', () => {
    for (const file of [letter, other]) {
      const page = parse(file?.text ?? '') as HtmlNode;
      const names = new Set([...nodesOf(page)].map(({ nodeName }) => nodeName));
      expect(names.has('script')).toBe(false);
      expect(names.has('a')).toBe(false);
      expect(textOf(page)).toContain(EVIL);
    }
  });

  test('nothing is loaded', () => {
    expect(letter?.text).toMatch(/Content-Security-Policy" content="default-src 'none'/u);
    expect(letter?.text).not.toMatch(/\b(?:src|href)=/u);
  });
});

describe('Markdown', () => {
  const [letter, other] = written(report, dataset, { form: 'markdown' });

  test('tables that stay tables', () => {
    expect(letter?.path).toBe('Letter.md');
    expect(letter?.text).toContain('| 1 | Person | Ada | 1 | sure; n: 2 | one<br>two |');
    expect(letter?.text).toContain('| 1 | 2: They | meets | 1: Ada |  |  |');
  });

  test('signs mean nothing; the text stands between longer fences', () => {
    const escaped = EVIL.replace(/[<>&|*_[\]`#]/gu, '\\$&');
    expect(other?.text.startsWith(`# ${escaped}\n`)).toBe(true);
    const ticks = {
      ...dataset,
      documents: dataset.documents.map((one) => ({ ...one, text: '````\n# no' })),
    };
    expect(written(report, ticks, { form: 'markdown' })[0]?.text).toContain(
      '`````text\n````\n# no\n`````\n',
    );
  });
});

test('any dataset gives pages in which every annotation has its row and every text its words', () => {
  fc.assert(
    fc.property(anyDataset, (any) => {
      const files = written(report, any);
      expect(files).toHaveLength(any.documents.length);
      for (const [i, { sets }] of any.documents.entries()) {
        const html = files[i]?.text ?? '';
        const rows = rowsOf(html).filter(([first]) => first !== 'No.' && first !== 'Label');
        const records = sets.flatMap((set) => set.records);
        const shown = records.filter(({ kind }) => /^(?:span|relation|label)$/u.test(kind));
        expect(rows).toHaveLength(shown.length);
        expect(
          [...nodesOf(parse(html) as HtmlNode)].some(({ nodeName }) => nodeName === 'script'),
        ).toBe(false);
      }
      const markdown = written(report, any, { form: 'markdown' });
      const lines = markdown.map(
        ({ text }) =>
          text
            .split('\n## Text\n')[0]
            ?.split('\n')
            .filter((line) => line.startsWith('| ')).length,
      );
      expect(lines).toHaveLength(any.documents.length);
    }),
    { numRuns: runs(100) },
  );
});
