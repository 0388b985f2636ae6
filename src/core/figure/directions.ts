import type { Range } from '../model/range.ts';

/** A stretch of a line that runs in one direction. */
export interface Run extends Range {
  readonly isRtl: boolean;
}

const RIGHT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STRONG = /[\p{L}\u200e\u200f]/u;
const DIGIT = /\p{Nd}/u;
const MARK = /\p{M}|\u200d|\p{Emoji_Modifier}/u;

/** Whether a paragraph runs from right to left: its first strong letter decides. */
export function isRtlParagraph(paragraph: string): boolean {
  for (const character of paragraph) {
    if (STRONG.test(character)) return RIGHT.test(character);
  }
  return false;
}

/**
 * The runs of a line in the order in which they stand on paper, from left to right. It is the part of the
 * Unicode bidirectional algorithm that texts without direction controls need: letters, numbers inside
 * right-to-left words, and signs, which go with the letters on both sides or else with the paragraph.
 */
export function runsOf(text: string, line: Range, isRtl: boolean): readonly Run[] {
  const words = text.slice(line.start, line.end);
  if (!isRtl && !RIGHT.test(words)) return [{ ...line, isRtl: false }];
  const levels = levelsOf(words, isRtl ? 1 : 0);
  const runs: { start: number; end: number; level: number }[] = [];
  for (const [i, level] of levels.entries()) {
    const last = runs.at(-1);
    if (last?.level === level) last.end = line.start + i + 1;
    else runs.push({ start: line.start + i, end: line.start + i + 1, level });
  }
  for (let level = Math.max(0, ...levels); level > 0; level--) reverse(runs, level);
  return runs.map(({ start, end, level }) => ({ start, end, isRtl: level % 2 === 1 }));
}

/** Turns round each series of runs of at least that level. */
function reverse(runs: { level: number }[], level: number): void {
  for (let i = 0; i < runs.length; i++) {
    let end = i;
    while ((runs[end]?.level ?? -1) >= level) end++;
    if (end > i) runs.splice(i, end - i, ...runs.slice(i, end).reverse());
    i = end;
  }
}

/** A level for each code unit: even ones run to the right, odd ones to the left. */
function levelsOf(words: string, base: 0 | 1): readonly number[] {
  const levels: (number | undefined)[] = [];
  let isInRight = base === 1;
  for (const character of words) {
    let level: number | undefined;
    if (MARK.test(character)) level = levels.at(-1);
    else if (DIGIT.test(character)) level = isInRight ? 2 : 0;
    else if (STRONG.test(character)) {
      isInRight = RIGHT.test(character);
      level = isInRight ? 1 : base * 2;
    }
    for (let i = 0; i < character.length; i++) levels.push(level);
  }
  return fillNeutrals(levels, base);
}

/** Signs and blanks: as the letters on both sides where these agree, else as the paragraph. */
function fillNeutrals(levels: (number | undefined)[], base: 0 | 1): readonly number[] {
  const result: number[] = [];
  for (let i = 0; i < levels.length; ) {
    const level = levels[i];
    if (level !== undefined) {
      result.push(level);
      i++;
      continue;
    }
    let end = i;
    while (end < levels.length && levels[end] === undefined) end++;
    const [before, after] = [result.at(-1) ?? base, levels[end] ?? base];
    // Inside one number (1,234 or 3.5) the sign belongs to the number.
    const isInNumber = end - i === 1 && before === 2 && after === 2;
    const isRight = (l: number) => l === 1 || (l === 2 && base === 0) || l % 2 === 1;
    let fill: number = base;
    if (isInNumber) fill = 2;
    else if (isRight(before) && isRight(after)) fill = 1;
    else if (before === after) fill = before;
    for (; i < end; i++) result.push(fill);
  }
  return result;
}
