import type { TextContext } from '../context.ts';
import { LAST_LEVEL } from '../marks/mark-looks.ts';
import type { Strut } from '../marks/struts.ts';
import { type ChipLine, LANE, LEVEL_STEP, ROW } from './chip-lines.ts';
import type { Geometry, Tail } from './geometry.ts';

/** From the baseline down to the end of the underline next to the text, in CSS pixels. */
const BELOW = 6;

/** The room that lines need beyond their height, for what stands above and below them. */
export function strutsFor(
  context: TextContext,
  geometry: Geometry,
  lines: readonly ChipLine[],
  lanes: readonly number[],
): readonly Strut[] {
  const struts: Strut[] = [];
  for (const [i, { anchors, rows }] of lines.entries()) {
    const first = Math.min(...anchors.map(({ pos }) => pos));
    const from = wordStart(context.props.text, first);
    const to = context.characterEnd(from);
    const laneCount = lanes[i] ?? 0;
    const arcs = laneCount > 0 ? laneCount * LANE + 2 : 0;
    const above = geometry.font.letterTop + 2 + rows * ROW + arcs;
    const ending = tailsAt(geometry, anchors[0]?.baseline ?? 0);
    const deepest = lowest([...anchors, ...ending]);
    const up = even(above + BELOW - geometry.lineHeight);
    const down = even(deepest * LEVEL_STEP);
    const isAtBreak = /[\r\n]/u.test(context.props.text.charAt(from));
    if (up > 0) struts.push({ from, to, shift: up, isAtBreak });
    if (down > 0) struts.push({ from, to, shift: -down, isAtBreak });
  }
  for (const tails of tailsAlone(geometry, lines)) {
    const [tail] = tails;
    if (!tail) continue;
    const from = wordStart(context.props.text, tail.pos);
    const to = context.characterEnd(from);
    struts.push({ from, to, shift: -even(lowest(tails) * LEVEL_STEP), isAtBreak: false });
  }
  return struts.sort((a, b) => a.from - b.from || b.shift - a.shift);
}

/** Lines of the screen closer than this are one, in CSS pixels. */
const NEAR = 4;

const lowest = (marks: readonly { readonly level: number }[]) =>
  Math.min(LAST_LEVEL, Math.max(...marks.map(({ level }) => level)));

const tailsAt = ({ tails }: Geometry, baseline: number) =>
  tails.filter((tail) => Math.abs(tail.baseline - baseline) < NEAR);

/** Ends of ranges on lines where no range starts, by line. */
function tailsAlone(geometry: Geometry, lines: readonly ChipLine[]): readonly (readonly Tail[])[] {
  const alone: Tail[][] = [];
  for (const tail of geometry.tails) {
    if (lines.some(({ baseline }) => Math.abs(baseline - tail.baseline) < NEAR)) continue;
    const same = alone.find(([first]) => Math.abs((first?.baseline ?? 0) - tail.baseline) < NEAR);
    if (same) same.push(tail);
    else alone.push([tail]);
  }
  return alone;
}

const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]/u;

/** A strut would part letters that join; so it goes before the word, which is on the same line. */
function wordStart(text: string, pos: number): number {
  let start = pos;
  while (start > 0 && pos - start < 40 && JOINING.test(text.charAt(start - 1))) start--;
  return start;
}

function even(length: number): number {
  return Math.ceil(length / 2) * 2;
}
