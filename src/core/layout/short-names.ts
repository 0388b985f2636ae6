/**
 * Short names for types, all different: the initials of names of several words, else their first letters,
 * as many as are needed. Which one a type gets depends on the types before it only.
 * @returns a short name for each name.
 */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const short = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (short.has(name)) continue;
    let found = candidates(name).find((candidate) => !taken.has(candidate));
    for (let i = 2; found === undefined; i++) if (!taken.has(`${name}${i}`)) found = `${name}${i}`;
    taken.add(found);
    short.set(name, found);
  }
  return short;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `Work of art`: WO, WOA, W, Wo, Wor …; the name itself at the end. */
function candidates(name: string): string[] {
  const words = name.match(/\p{Lu}?[^\s\p{Lu}_/\-–]+|\p{Lu}+/gu) ?? [];
  const initials = words
    .map((word) => charactersOf(word)[0]?.toLocaleUpperCase('en') ?? '')
    .join('');
  const characters = charactersOf(name.trim());
  const first = characters[0]?.toLocaleUpperCase('en') ?? '';
  const starts = characters.map((_, i) => first + characters.slice(1, i + 1).join(''));
  return [...(words.length > 1 ? [initials.slice(0, 3)] : []), ...starts].filter((s) => s !== '');
}

function charactersOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
