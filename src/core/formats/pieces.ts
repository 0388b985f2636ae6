/**
 * How files of a format can be read piece by piece, so that more fits through than into memory. What the pieces
 * give, one after the other, is what the whole gives, but for numbers in names, which are set right afterwards.
 */
export interface Pieces {
  /**
   * Whether a text file may be cut before this line: all documents before it are whole. `before` is the
   * line before it. Absent: a file is one piece.
   */
  readonly startsAt?: (line: string, before: string) => boolean;
  /** A file of XML that is a list of items in its root: a piece is the head of the file with some of them. */
  readonly wrapped?: { readonly item: string; readonly root: string };
  /** A file that is a list in JSON: a piece is a list of some of its items. */
  readonly isList?: true;
  /** A file that every piece needs: a configuration, a type system. */
  readonly isShared?: (path: string) => boolean;
  /** Files of the same name are read together: a text and its annotations. Absent: each file by itself. */
  readonly together?: (path: string) => string;
}

/** Values of JSON, one in each line. */
export const JSON_LINES: Pieces = {
  startsAt: (line, before) => line.startsWith('{') && /(?:^|\})\s*$/u.test(before),
};

/** Number of the line breaks in a text. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * The last place of a text where it may be cut.
 * @returns an offset in UTF-16; 0 where there is none.
 */
export function lastCut(text: string, startsAt: NonNullable<Pieces['startsAt']>): number {
  let end = text.lastIndexOf('\n');
  let lineEnd = end;
  while (end > 0) {
    const before = text.lastIndexOf('\n', end - 1);
    // The line after `end` is whole only where another line break follows it.
    if (lineEnd > end && startsAt(text.slice(end + 1, lineEnd), lineAt(text, before + 1, end))) {
      return end + 1;
    }
    lineEnd = end;
    end = before;
  }
  return 0;
}

function lineAt(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\r$/u, '');
}

/** The head of a file of wrapped items, up to the first item; `null` where there is none in the text. */
export function wrappedHead(text: string, { item }: NonNullable<Pieces['wrapped']>): string | null {
  const first = new RegExp(`<${item}[\\s>]`, 'u').exec(text)?.index;
  return first === undefined ? null : text.slice(0, first);
}

/** The last place where an item begins, after the first one; 0 where there is none, or one cannot tell. */
export function lastItem(text: string, { item }: NonNullable<Pieces['wrapped']>): number {
  // What looks like an item there may be text.
  if (text.includes('<![CDATA[') || text.includes('<!--')) return 0;
  const last = Math.max(text.lastIndexOf(`<${item}>`), text.lastIndexOf(`<${item} `));
  return Math.max(0, last);
}

/** Whether a text begins as a list in JSON. */
export const beginsList = (text: string): boolean => /^\ufeff?\s*\[/u.test(text);

/**
 * The place after the last comma between two items of a list; 0 where there is none.
 * @param isFirst whether the text begins with the bracket of the list, not after a comma of it.
 */
export function lastComma(text: string, isFirst: boolean): number {
  let depth = isFirst ? 0 : 1;
  let isString = false;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (code === OPEN || code === OPEN_LIST) depth++;
    else if (code === CLOSE || code === CLOSE_LIST) depth--;
    else if (code === COMMA && depth === 1) last = at + 1;
  }
  return last;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Whether a file can be read in parts. */
export function isCut(pieces: Pieces | undefined): boolean {
  return Boolean(pieces?.startsAt ?? pieces?.wrapped ?? pieces?.isList);
}

/** Files in the groups that are read together, in order, and those that every group needs. */
export function groupPaths(
  { isShared, together }: Pieces,
  paths: readonly string[],
): { readonly shared: readonly string[]; readonly groups: readonly (readonly string[])[] } {
  const groups = new Map<string, string[]>();
  const shared: string[] = [];
  for (const path of paths) {
    if (isShared?.(path)) shared.push(path);
    else {
      const key = together?.(path) ?? path;
      groups.set(key, [...(groups.get(key) ?? []), path]);
    }
  }
  return { shared, groups: [...groups.values()] };
}
