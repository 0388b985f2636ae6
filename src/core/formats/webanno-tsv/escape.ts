/** A piece of a cell: one of the annotations that are stacked in it. */
export interface Piece {
  /** `null` where the annotation has no value (`*`). */
  readonly value: string | null;
  /** What stands in brackets behind it: the number of the annotation, or two numbers of a relation's ends. */
  readonly mark: string | null;
}

const MEANINGS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };

/** Writes a value of a feature. `->` is one sign. */
export function escapeValue(value: string): string {
  return value
    .replace(/->|[\\[\]|_;*]/g, (sign) => `\\${sign}`)
    .replace(/\t/g, '\\t')
    .replace(/\n/g, '\\n');
}

/** The value that `escapeValue` wrote. */
export function unescapeValue(written: string): string {
  return written.replace(/\\(->|[\s\S])/g, (_, sign: string) => {
    if (sign === 't') return '\t';
    return sign === 'n' ? '\n' : sign;
  });
}

/** Writes a line of `#Text=`: control characters and backslashes get a backslash before them. */
export function escapeText(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped.
  return line.replace(/[\\\u0000-\u000a\u000c-\u001f]/g, (character) => {
    const name = Object.keys(MEANINGS).find((key) => MEANINGS[key] === character);
    return `\\${name ?? character}`;
  });
}

/** The line that `escapeText` wrote; `isOld` for files of 3.0 and 3.1, which escape as Java does. */
export function unescapeText(written: string, isOld = false): string {
  const pattern = isOld ? /\\(u+[0-9a-fA-F]{4}|[0-3]?[0-7]{1,2}|[\s\S])/g : /\\([\s\S])/g;
  return written.replace(pattern, (_, sign: string) => {
    if (sign.length > 1 && sign.startsWith('u')) {
      return String.fromCharCode(Number.parseInt(sign.slice(-4), 16));
    }
    if (isOld && /^[0-7]/u.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8));
    return MEANINGS[sign] ?? sign;
  });
}

/** Parts of a cell between signs that no backslash stands before. */
export function splitAt(cell: string, sign: '|' | ';'): readonly string[] {
  if (!cell.includes(sign)) return [cell];
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') at++;
    else if (cell[at] === sign) {
      parts.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, cell.slice(start)];
}

const MARK = /\[([0-9_]+)\]$/u;

/** Takes the mark off a piece, and the escapes. */
export function readPiece(written: string): Piece {
  const { bare, mark } = withoutMark(written);
  return { value: readValue(bare), mark };
}

/** A piece without its mark, still escaped. A bracket after a backslash is part of the value. */
export function withoutMark(written: string): {
  readonly bare: string;
  readonly mark: string | null;
} {
  const found = MARK.exec(written);
  if (!found) return { bare: written, mark: null };
  const bare = written.slice(0, found.index);
  const backslashes = /\\*$/u.exec(bare)?.[0].length ?? 0;
  return backslashes % 2 === 1 ? { bare: written, mark: null } : { bare, mark: found[1] ?? null };
}

/** A value, still escaped; `*` and `_` say that there is none. */
export function readValue(bare: string): string | null {
  return bare === '*' || bare === '_' ? null : unescapeValue(bare);
}
