/** A declaration of a DTD: `<!KIND body>`. */
export interface Declaration {
  readonly kind: string;
  readonly body: string;
  readonly line: number;
}

export interface ScannedDtd {
  readonly declarations: readonly Declaration[];
  /** What stands in comments, trimmed. */
  readonly comments: readonly string[];
  /** The line of a declaration or comment that does not end. */
  readonly unfinished: number | undefined;
}

/** Finds the declarations and comments of a DTD, reading it once. Quotes may hold anything. */
export function scanDtd(text: string): ScannedDtd {
  const declarations: Declaration[] = [];
  const comments: string[] = [];
  let line = 1;
  let counted = 0;
  const lineAt = (at: number) => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
  let at = text.indexOf('<!');
  while (at >= 0) {
    const isComment = text.startsWith('<!--', at);
    const end = isComment ? text.indexOf('-->', at + 4) : endOf(text, at + 2);
    if (end < 0) return { declarations, comments, unfinished: lineAt(at) };
    if (isComment) comments.push(text.slice(at + 4, end).trim());
    else {
      const inside = text.slice(at + 2, end);
      const kind = /^[A-Z]+/u.exec(inside)?.[0] ?? '';
      declarations.push({ kind, body: inside.slice(kind.length).trim(), line: lineAt(at) });
    }
    at = text.indexOf('<!', end);
  }
  return { declarations, comments, unfinished: undefined };
}

/** Where the `>` stands that ends a declaration, outside of quotes; -1 where none does. */
function endOf(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

/** The words of a declaration: names, groups in parentheses, and quoted text with its quotes. */
export function wordsOf(body: string): readonly string[] {
  return body.match(/\([^()]*\)|[^\s()"'=]*=?"[^"]*"|[^\s()"'=]*=?'[^']*'|[^\s()"']+/gu) ?? [];
}
