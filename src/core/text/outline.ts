/** A place that a text is entered by: a heading, or the beginning of a page. */
export interface OutlineEntry {
  /** Where it starts, in UTF-16 code units. */
  readonly offset: number;
  /** 1 is the outermost. */
  readonly level: number;
  readonly title: string;
}

const MARKDOWN = /^ {0,3}(#{1,6})[ \t]+(\S[^\n]*?)[ \t#]*$/u;
const UNDERLINED = /^=+[ \t]*$/u;
/** Words that head a part of a book, each level in the languages we know it in. */
const PARTS: readonly RegExp[] = [
  /^(?:BOOK|VOLUME|PART|Book|Volume|Part|LIVRE|PARTIE|Livre|Partie|BUCH|TEIL|Buch|Teil|Книга|Том|Часть|ЧАСТЬ|ТОМ)(?:\s+[\p{Lu}\p{N}]|\s*$)|^第.{1,6}[部卷]/u,
  /^(?:CHAPTER|Chapter|ACT|Act|CHAPITRE|Chapitre|KAPITEL|Kapitel|CAPÍTULO|Capítulo|Глава|ГЛАВА|PROLOGUE|EPILOGUE|Prologue|Epilogue)(?:\s+[\p{Lu}\p{N}]|[.:\s]*$)|^第.{1,6}[章回]/u,
  /^(?:SECTION|Section|SCENE|Scene|Abschnitt|§)\s*[\p{Lu}\p{N}]|^第.{1,6}[节節]/u,
];
/** Longer lines are sentences that begin with such a word. */
const LONGEST = 90;
const MOST = 20_000;

/**
 * Finds the outline of a plain text: Markdown headings, form feeds as page breaks, and lines such as
 * `CHAPTER IV` that stand alone. Time grows with the text; to be asked when the outline is wanted.
 */
export function outlineOf(text: string): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let page = 1;
  let isAlone = true; // nothing but a blank line before
  let before: { offset: number; line: string; isAlone: boolean } | null = null;
  for (let offset = 0; offset < text.length && entries.length < MOST; ) {
    const feed = text.indexOf('\n', offset);
    const end = feed < 0 ? text.length : feed;
    if (end - offset <= LONGEST * 3) {
      const line = text.slice(offset, end).replace(/\r$/u, '');
      for (let at = line.indexOf('\f'); at >= 0; at = line.indexOf('\f', at + 1))
        entries.push({ offset: offset + at, level: 1, title: `Page ${++page}` });
      const entry = headingIn(line, isAlone);
      if (entry) entries.push({ ...entry, offset: offset + entry.offset });
      else if (before?.isAlone && UNDERLINED.test(line) && before.line.trim() !== '')
        entries.push({ offset: before.offset, level: 1, title: before.line.trim() });
      before = { offset, line, isAlone };
      isAlone = line.trim() === '';
    } else {
      for (
        let at = text.indexOf('\f', offset);
        at >= 0 && at < end;
        at = text.indexOf('\f', at + 1)
      )
        entries.push({ offset: at, level: 1, title: `Page ${++page}` });
      before = null;
      isAlone = false;
    }
    offset = end + 1;
  }
  return entries;
}

function headingIn(line: string, isAlone: boolean): OutlineEntry | null {
  const markdown = MARKDOWN.exec(line);
  if (markdown) {
    const [, signs = '#', title = ''] = markdown;
    return { offset: line.indexOf('#'), level: signs.length, title };
  }
  const title = line.trim();
  if (!isAlone || title.length > LONGEST) return null;
  const level = PARTS.findIndex((part) => part.test(title));
  return level < 0 ? null : { offset: line.indexOf(title), level: level + 1, title };
}
