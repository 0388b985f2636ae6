import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { type Declaration, scanDtd, wordsOf } from './dtd-scanner.ts';

/** What a DTD of MAE or MedTator defines: it is the schema of a task. */
export interface MaeTask {
  /** Name of the task, and of the root of its files. */
  readonly name: string;
  readonly tags: ReadonlyMap<string, MaeTag>;
  /** Names as people see them, by those that stand in the files. */
  readonly shown: ReadonlyMap<string, string>;
}

export interface MaeTag {
  readonly name: string;
  /** Links are relations; others are spans, or said of a document. */
  readonly isLink: boolean;
  /** Whether it may be said of a document: then it has no place in the text. */
  readonly isDocumentLevel: boolean;
  /** Names of the ends of a link, without `ID` and `Text`; in order. */
  readonly ends: readonly string[];
  readonly attributes: readonly MaeAttribute[];
}

export interface MaeAttribute {
  readonly name: string;
  /** Choices; none where it is free text. */
  readonly values: readonly string[];
  readonly default: string;
  readonly isRequired: boolean;
}

/** Comments that begin so tell the names that had to change: JSON without the signs that end a comment. */
export const NAMES_COMMENT = 'glossator names ';

/** Attributes that every tag has without being told. */
const OWN = new Set(['id', 'text', 'start', 'end']);

/** Reads a DTD as MAE and MedTator write it. Nothing of it is ever expanded. */
export function parseDtd(text: string, file: string): Result<MaeTask, FormatError> {
  const { declarations, comments, unfinished } = scanDtd(text);
  const fail = (message: string, line: number) =>
    err({ code: 'invalid-file' as const, message, place: { file, line } });
  if (unfinished !== undefined)
    return fail('A declaration that begins here does not end.', unfinished);
  let name = '';
  const tags = new Map<string, MutableTag>();
  for (const declaration of declarations) {
    const { kind, line } = declaration;
    const words = wordsOf(declaration.body);
    if (kind === 'ENTITY' && words[0] === 'name') name = unquoted(words[1] ?? '');
    else if (kind === 'ELEMENT') {
      const tag = words[0] ?? '';
      const isLink = words.includes('EMPTY');
      const more = { isDocumentLevel: false, ends: [], attributes: [] };
      if (!tags.has(tag)) tags.set(tag, { name: tag, isLink, ...more });
    } else if (kind === 'ATTLIST') {
      const tag = tags.get(words[0] ?? '');
      if (!tag)
        return fail(`Attributes are declared of ‘${words[0] ?? ''}’, which is no element.`, line);
      addAttribute(tag, declaration, words.slice(1));
    }
  }
  if (name === '') {
    return fail('This DTD does not name its task: <!ENTITY name "…"> is missing.', 1);
  }
  return ok({ name, tags, shown: shownNames(comments) });
}

type MutableTag = MaeTag & { isDocumentLevel: boolean; ends: string[]; attributes: MaeAttribute[] };

function addAttribute(tag: MutableTag, { body }: Declaration, words: readonly string[]): void {
  const [name = '', ...rest] = words;
  if (name === 'spans' || (name === 'start' && rest.includes('#IMPLIED')))
    tag.isDocumentLevel = true;
  if (name === 'spans' || OWN.has(name)) return;
  const prefix = rest.find((word) => /^prefix=/u.test(word));
  if (rest.includes('IDREF') || /^arg\d+$/u.test(name)) {
    tag.ends.push(prefix === undefined ? name : unquoted(prefix.slice('prefix='.length)));
    return;
  }
  const group = rest.find((word) => word.startsWith('('));
  const quoted = rest.filter((word) => /^["']/u.test(word)).at(-1);
  tag.attributes.push({
    name,
    values: group
      ? group
          .slice(1, -1)
          .split('|')
          .map((one) => one.trim())
          .filter(Boolean)
      : [],
    default: quoted === undefined ? '' : unquoted(quoted),
    isRequired: body.includes('#REQUIRED'),
  });
}

function unquoted(word: string): string {
  return word
    .replace(/^(["'])(.*)\1$/su, '$2')
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_, name) => REFERENCES[String(name)] ?? '');
}

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function shownNames(comments: readonly string[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const comment of comments) {
    if (!comment.startsWith(NAMES_COMMENT)) continue;
    try {
      const pairs: unknown = JSON.parse(comment.slice(NAMES_COMMENT.length));
      if (!Array.isArray(pairs)) continue;
      for (const pair of pairs as readonly unknown[]) {
        if (!Array.isArray(pair)) continue;
        const [stored, name]: readonly unknown[] = pair;
        if (typeof stored === 'string' && typeof name === 'string') shown.set(stored, name);
      }
    } catch {
      // A comment of somebody else that happens to begin so.
    }
  }
  return shown;
}
