import type { Figure } from './figure.ts';
import type { Lettering } from './font-faces.ts';
import { printable } from './printable.ts';

/** All that a figure writes, by the fonts it is written with. */
export function letteringOf({ lines, chips, arcs, options }: Figure): readonly Lettering[] {
  const text = lines.flatMap(({ words }) => words.map((word) => word.words));
  const labels = [
    ...chips.map(({ label }) => label),
    ...arcs.map(({ label }) => label?.words ?? ''),
  ];
  return [
    { words: text.join(''), family: options.textFont.family },
    { words: printable(labels.join('')), family: options.labelFont.family },
  ];
}
