import type { Annotations, BenchDocument } from './document.ts';

const LETTERS = 'etaoinshrdlcumwfgypb';
const TYPES = ['Person', 'Organization', 'Location', 'Date', 'Chemical', 'Gene', 'Event'];
const RELATIONS = ['works_for', 'located_in', 'part_of', 'causes'];

/** Numbers in [0, 1), the same ones each time (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Makes a document of the shape that the measurements want: a newline every 80 to 600 characters, a
 * span per 100 characters of which 15 % nest or cross, a relation per three spans, 5 % of them long.
 */
export function generate(length: number, hasNewlines: boolean): BenchDocument {
  const random = randomFrom(length);
  const text = textOf(length, hasNewlines, random);
  return { text, annotations: annotate(text, random) };
}

function textOf(length: number, hasNewlines: boolean, random: () => number): string {
  const words = Array.from({ length: 3_000 }, () => wordOf(random));
  const parts: string[] = [];
  const lineLength = () => 80 + Math.floor(random() * 520);
  let left = lineLength();
  for (let made = 0; made < length; ) {
    const word = words[Math.floor(random() ** 2 * words.length)] ?? '';
    left -= word.length + 1;
    const isEnd = left <= 0 && hasNewlines;
    if (isEnd) left = lineLength();
    const isName = random() < 0.1;
    parts.push(isName ? word.charAt(0).toUpperCase() + word.slice(1) : word, isEnd ? '\n' : ' ');
    made += word.length + 1;
  }
  return parts.join('').slice(0, length);
}

function wordOf(random: () => number): string {
  const length = 2 + Math.floor(random() * 8);
  const letter = () => LETTERS.charAt(Math.floor(random() * LETTERS.length));
  return Array.from({ length }, letter).join('');
}

function annotate(text: string, random: () => number): Annotations {
  const pick = (names: readonly string[]) => names[Math.floor(random() * names.length)] ?? '';
  const count = Math.floor(text.length / 100);
  const entities: Annotations['entities'][number][] = [];
  for (let i = 0; i < count; i++) {
    const before = entities.at(-1);
    const isOver = before !== undefined && random() < 0.15;
    const from = isOver ? before.start + 1 : i * 100 + Math.floor(random() * 60);
    const [start, end] = wordsAt(text, from, 1 + Math.floor(random() * 3));
    entities.push({ id: `T${i + 1}`, start, end, label: pick(TYPES) });
  }
  const relations: Annotations['relations'][number][] = [];
  for (let i = 0; i + 1 < count; i += 3) {
    const isLong = random() < 0.05;
    const far = isLong ? 50 + Math.floor(random() * 450) : 1 + Math.floor(random() * 4);
    const [from, to] = [entities[i], entities[Math.min(count - 1, i + far)]];
    const id = `R${relations.length + 1}`;
    if (from && to) relations.push({ id, from: from.id, to: to.id, label: pick(RELATIONS) });
  }
  return { entities, relations };
}

/** Whole words from about a place on, on one line. */
function wordsAt(text: string, from: number, count: number): [start: number, end: number] {
  let start = Math.min(from, text.length - 1);
  while (start > 0 && !/\s/u.test(text.charAt(start - 1))) start--;
  while (start < text.length - 1 && /\s/u.test(text.charAt(start))) start++;
  const words = /^\S+(?: \S+){0,2}/u.exec(text.slice(start, start + 60))?.[0].split(' ') ?? [];
  return [start, start + Math.max(1, words.slice(0, count).join(' ').length)];
}
