/** The Symbol font at 0x41–0x5A and 0x61–0x7A, as Adobe's encoding of it has them. */
const GREEK = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ      αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOL: Readonly<Record<number, string>> = {
  34: '∀',
  36: '∃',
  39: '∋',
  42: '∗',
  45: '−',
  64: '≅',
  94: '⊥',
  126: '∼',
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  181: '∝',
  182: '∂',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  198: '∅',
  199: '∩',
  200: '∪',
  201: '⊃',
  204: '⊂',
  206: '∈',
  207: '∉',
  209: '∇',
  213: '∏',
  214: '√',
  215: '⋅',
  216: '¬',
  217: '∧',
  218: '∨',
  219: '⇔',
  220: '⇐',
  221: '⇑',
  222: '⇒',
  223: '⇓',
  229: '∑',
  242: '∫',
};
const WINGDINGS: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  74: '☺',
  76: '☹',
  108: '●',
  110: '■',
  111: '□',
  117: '◆',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/**
 * The character that a symbol font shows under a number; `undefined` where Unicode has none that we know.
 * @param char hexadecimal, as `w:sym` has it; F0xx means xx.
 */
export function symbolCharacter(font: string, char: string): string | undefined {
  const number = Number.parseInt(char, 16);
  if (!Number.isInteger(number) || number <= 0x1f || number > 0xffff) return undefined;
  const isPrivate = number >= 0xf000 && number <= 0xf0ff;
  const code = isPrivate ? number - 0xf000 : number;
  if (/^symbol$/iu.test(font)) {
    const letter = code >= 0x41 && code <= 0x7a ? GREEK[code - 0x41] : undefined;
    if (letter !== undefined && letter !== ' ') return letter;
    return SYMBOL[code] ?? (code < 0x7f ? String.fromCharCode(code) : undefined);
  }
  if (/^wingdings$/iu.test(font)) return WINGDINGS[code];
  const isCharacter = number < 0xd800 || number > 0xf8ff;
  return isCharacter ? String.fromCharCode(number) : undefined;
}
