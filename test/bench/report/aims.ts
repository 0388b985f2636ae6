import type { Figures } from '../measure/figures.ts';
import type { Results } from './results.ts';

export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly found: string;
  /** `null` where it was not measured. */
  readonly isMet: boolean | null;
}

const ms = (value: number) =>
  `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`;

/** Opening: one and a half times what a bare view of the same kind took, with nothing around it. */
const OPENING: readonly (readonly [size: string, most: number])[] = [
  ['1 MB', 152],
  ['5 MB', 189],
  ['20 MB', 396],
  ['1 MB line', 300],
];

/** The table of aims, each beside what was measured. */
export function aimsOf(results: Results): readonly Aim[] {
  const { documents, bulk, many } = results;
  const all = [...documents.values()];
  const largest = documents.get('20 MB');
  const worst = (figure: keyof Figures) => Math.max(...all.map((figures) => figures[figure]));
  const time = (what: string, value: number | undefined, most: number): Aim => ({
    what,
    aim: `under ${ms(most)}`,
    found: value === undefined ? 'not measured' : ms(value),
    isMet: value === undefined ? null : value < most,
  });
  return [
    ...OPENING.map(([size, most]) => time(`open ${size}`, documents.get(size)?.open, most)),
    time('add a span, slowest size', worst('add'), 25),
    time('retype a span, slowest size', worst('retype'), 25),
    time('delete a span, slowest size', worst('delete'), 25),
    time('undo, slowest size', worst('undo'), 25),
    time('these four, 95th percentile, slowest size', worst('editP95'), 50),
    time('frame while scrolling, 95th percentile, slowest size', worst('scrollP95'), 25),
    time('jump, slowest size', worst('jump'), 50),
    time(
      `${bulk?.spans.toLocaleString('en') ?? '10,000'} spans changed at once`,
      bulk?.change,
      300,
    ),
    time('undo of that', bulk?.undo, 300),
    {
      what: 'nodes of the page, most',
      aim: 'under 2,000',
      found: worst('nodes').toLocaleString('en'),
      isMet: worst('nodes') < 2_000,
    },
    {
      what: 'heap of the window at 20 MB, 200,000 spans',
      aim: 'under 200 MB',
      found: largest ? `${Math.round(largest.heap)} MB` : 'not measured',
      isMet: largest ? largest.heap < 200 : null,
    },
    time('start to a usable window (from source)', results.start, 1_500),
    time('confirm one edit on disk', results.commit, 20),
    time('10,000 documents: open', many?.open, 1_000),
    time('10,000 documents: to the end of the list', many?.list, 100),
    time('10,000 documents: filter', many?.filter, 50),
  ];
}
