/** A text with accents and vowel points taken off, and the way back to the text as it is. */
export interface FoldedText {
  readonly text: string;
  /** Where the folded character with that number stands in the text as it is. UTF-16 code units. */
  original(offset: number): number;
}

const NOT_ASCII = /[^\0-\x7f]+/gu;
const MARK = /\p{Mn}/u;
/** Signs that are put on letters, as opposed to the vowels of Indian and Thai script, which are letters. */
const ACCENT = /[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Their signs make other letters of them: Cyrillic short i, kana with voice marks. */
const KEPT = /[йЙ\u3099\u309a\u3040-\u30ff]/u;

/** Takes accents off: `Borodinó` becomes `Borodino`. Marks that make another letter stay. */
export function foldAccents(text: string): string {
  return foldText(text).text;
}

/** Whether folding changes the text. */
export function hasAccents(text: string): boolean {
  return foldAccents(text) !== text;
}

/** Folds a text in one pass; the map back costs memory only where folding changed lengths. */
export function foldText(text: string): FoldedText {
  let folded = '';
  let done = 0;
  // From `at[i]` on, a folded offset is `by[i]` less than the original one.
  const at: number[] = [0];
  const by: number[] = [0];
  for (const run of text.matchAll(NOT_ASCII)) {
    let pos = run.index;
    for (const character of run[0]) {
      const plain = foldCharacter(character);
      if (plain !== character) {
        folded += text.slice(done, pos) + plain;
        done = pos + character.length;
        if (plain.length !== character.length) {
          // What follows the changed character stands elsewhere now.
          const drift = done - folded.length;
          if (at.at(-1) === folded.length) by[by.length - 1] = drift;
          else {
            at.push(folded.length);
            by.push(drift);
          }
        }
      }
      pos += character.length;
    }
  }
  folded += text.slice(done);
  return {
    text: folded,
    original(offset) {
      let [low, high] = [0, at.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((at[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return offset + (by[low] ?? 0);
    },
  };
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let plain = known.get(character);
  if (plain === undefined) {
    plain = KEPT.test(character)
      ? character
      : [...character.normalize('NFD')].filter((c) => !(MARK.test(c) && ACCENT.test(c))).join('');
    // Other decompositions, such as those of Hangul, are no accents.
    if (plain !== '' && [...plain].length > 1) plain = character;
    if (known.size > 20_000) known.clear();
    known.set(character, plain);
  }
  return plain;
}
