import type { FormatOption, FormatOptions } from '../format.ts';
import type { Discontinuous, Overlaps } from './place-spans.ts';
import type { SentenceSplitter } from './sentences.ts';
import type { Tokenizer } from './tokenize.ts';

/** How a text is cut into tokens. */
export const TOKENS_OPTION: FormatOption = {
  id: 'tokens',
  name: 'Tokens',
  description: 'How the text is cut. Spans that would cut a token are left out and counted.',
  choices: [
    { value: 'own', name: 'Those the document came with; where it has none, words' },
    { value: 'words', name: 'Words and punctuation marks (Unicode)' },
    { value: 'blanks', name: 'What stands between white space' },
  ],
  default: 'own',
};

/** How a text is cut into sentences. */
export const SENTENCES_OPTION: FormatOption = {
  id: 'sentences',
  name: 'Sentences',
  description: 'How the text is cut. Sentences that a span runs across are joined.',
  choices: [
    { value: 'own', name: 'Those the document came with; where it has none, lines' },
    { value: 'lines', name: 'Lines' },
    { value: 'sentences', name: 'Sentences (Unicode)' },
  ],
  default: 'own',
};

/** What becomes of spans with several ranges. */
export const DISCONTINUOUS_OPTION: FormatOption = {
  id: 'discontinuous',
  name: 'Spans with several ranges',
  description: 'What is written of them.',
  choices: [
    { value: 'first', name: 'Their first range' },
    { value: 'longest', name: 'Their longest range' },
    { value: 'hull', name: 'All from their first to their last word' },
    { value: 'each', name: 'Each range as a span of its own' },
    { value: 'drop', name: 'Nothing' },
  ],
  default: 'first',
};

/** Which of spans that overlap is written. */
export const OVERLAPS_OPTION: FormatOption = {
  id: 'overlaps',
  name: 'Spans that overlap',
  description: 'Which of them is written.',
  choices: [
    { value: 'longest', name: 'The longest' },
    { value: 'shortest', name: 'The shortest' },
    { value: 'first', name: 'The one that begins first' },
  ],
  default: 'longest',
};

/** The choices about tokens, as values that the code knows. */
export interface TokenChoice {
  readonly tokens: Tokenizer;
  readonly sentences: SentenceSplitter;
  readonly discontinuous: Discontinuous;
  readonly overlaps: Overlaps;
}

const CHOICE: TokenChoice = {
  tokens: 'own',
  sentences: 'own',
  discontinuous: 'first',
  overlaps: 'longest',
};

/** The choices among options; what an option does not say is as in `fallback`. */
export function tokenChoice(
  options: FormatOptions,
  fallback: Partial<TokenChoice> = {},
): TokenChoice {
  const pick = <Value extends string>(id: keyof TokenChoice, values: readonly Value[]) =>
    values.find((value) => value === options[id]);
  const base = { ...CHOICE, ...fallback };
  return {
    tokens: pick('tokens', ['own', 'words', 'blanks']) ?? base.tokens,
    sentences: pick('sentences', ['own', 'lines', 'sentences']) ?? base.sentences,
    discontinuous:
      pick('discontinuous', ['first', 'longest', 'hull', 'each', 'drop']) ?? base.discontinuous,
    overlaps: pick('overlaps', ['longest', 'shortest', 'first', 'all']) ?? base.overlaps,
  };
}
