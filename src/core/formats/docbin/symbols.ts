/**
 * Names that spaCy stores as their place in this list, and not as their hash (spaCy 3, MIT licence,
 * `spacy/symbols.pyx`); the first has the number 1. `FLAG19..45` is 45 names that count up.
 */
const NAMES =
  'IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM ' +
  'LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT ' +
  'IS_CURRENCY FLAG19..45 ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG ' +
  'DEP ENT_IOB ENT_TYPE HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ ' +
  'NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE DEPRECATED001..276 PERSON NORP ' +
  'FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ' +
  'ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj ' +
  'cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn ' +
  'npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj poss ' +
  'possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID ' +
  'IDX _ ';

function* namesIn(list: string): Generator<string> {
  for (const name of list.trim().split(' ')) {
    const [, stem, first, count] = /^([A-Z]+)(\d+)\.\.(\d+)$/u.exec(name) ?? [];
    if (stem === undefined || first === undefined) yield name;
    else {
      for (let i = 0; i < Number(count); i++) {
        yield stem + String(Number(first) + i).padStart(first.length, '0');
      }
    }
  }
}

/** Numbers of the names that spaCy knows. */
export const SYMBOLS: ReadonlyMap<string, number> = new Map(
  [...namesIn(NAMES)].map((name, i) => [name, i + 1]),
);
