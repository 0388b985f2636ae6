import type { Figure } from '../measure/figures.ts';
import { type Aim, aimsOf } from './aims.ts';
import { ratiosOf } from './ratios.ts';
import type { Results } from './results.ts';

const ROWS: readonly (readonly [Figure, string])[] = [
  ['open', 'open, to the first frame with chips (ms)'],
  ['openWhole', 'open, until all annotations are there and can be edited (ms)'],
  ['openSettled', 'open, until all is calm (ms)'],
  ['add', 'add a span, key to paint (ms)'],
  ['retype', 'retype it (ms)'],
  ['delete', 'delete it (ms)'],
  ['undo', 'undo that (ms)'],
  ['editP95', 'these, 95th percentile (ms)'],
  ['addListed', 'add a span while the list of all annotations is open (ms)'],
  ['scrollP95', 'frame while scrolling, 95th percentile (ms)'],
  ['idleP95', 'frame while nothing happens, 95th percentile (ms)'],
  ['jump', 'jump of the scroll bar (ms)'],
  ['nodes', 'nodes of the page'],
  ['heap', 'heap of the window (MB)'],
  ['mainPause', 'longest pause of the main process while the set is rewritten (ms)'],
  ['windowPause', 'slowest frame of the window meanwhile (ms)'],
];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const answer = ({ isMet }: Aim) => (isMet === null ? '–' : isMet ? 'yes' : '**no**');

/** The tables, as Markdown: aims, figures by document, ratios. */
export function tablesOf(results: Results) {
  const aims = aimsOf(results).map((aim) => [aim.what, aim.aim, aim.found, answer(aim)]);
  const sizes = [...results.documents.keys()];
  const figures = ROWS.map(([figure, name]) => [
    name,
    ...[...results.documents.values()].map((all) => all[figure].toFixed(0)),
  ]);
  const ratios = ratiosOf(results).map(({ what, ratio, most, isFine }) => [
    what,
    ratio.toFixed(2),
    `at most ${most}`,
    isFine ? 'yes' : '**no**',
  ]);
  return {
    aims: table(['what', 'aim', 'measured', 'met'], aims),
    figures: table(['', ...sizes], figures),
    ratios: table(['largest to smallest', 'ratio', 'allowed', 'holds'], ratios),
  };
}
