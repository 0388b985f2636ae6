/** A row of CoNLL-U: a word, a token of several words, or a node that is not in the text. */
export interface ConlluRow {
  readonly kind: 'word' | 'range' | 'empty';
  /** Number of the word; of a range, its first; of an empty node, the word before it. */
  readonly from: number;
  /** Of a range, its last word. */
  readonly to: number;
  readonly form: string;
  readonly misc: string;
}

const ID = /^(?<from>\d{1,9})(?:-(?<to>\d{1,9})|(?<empty>\.\d{1,9}))?$/u;
const COLUMNS = 10;
const FORM = 1;
const MISC = 9;

/** Reads a row; where it is none, a sentence that says why. */
export function readRow(line: string): ConlluRow | string {
  const cells = line.split('\t');
  if (cells.length !== COLUMNS) {
    return `A row has ten columns with tabs between them; this one has ${cells.length}.`;
  }
  const id = ID.exec(cells[0] ?? '')?.groups;
  if (!id) return `‘${(cells[0] ?? '').slice(0, 40)}’ is not the number of a word.`;
  const from = Number(id['from']);
  const to = Number(id['to'] ?? from);
  if (to < from) return `The range ${from}-${to} ends before it begins.`;
  const form = cells[FORM] ?? '';
  if (form === '') return 'The word is empty.';
  const other = id['empty'] === undefined ? 'word' : 'empty';
  return {
    kind: id['to'] === undefined ? other : 'range',
    from,
    to,
    form,
    misc: cells[MISC] ?? '_',
  };
}

/** The row with another MISC column. */
export function withMisc(line: string, misc: string): string {
  const cells = line.split('\t');
  return [...cells.slice(0, MISC), misc].join('\t');
}

/** What MISC says under that key; `undefined` where it says nothing. */
export function miscValue(misc: string, key: string): string | undefined {
  if (!misc.includes(key)) return undefined;
  const item = misc.split('|').find((one) => one.startsWith(`${key}=`));
  return item?.slice(key.length + 1);
}

/** MISC with another value for that key, in place where there was one; `undefined` takes the key away. */
export function withMiscValue(misc: string, key: string, value: string | undefined): string {
  const items = misc === '_' || misc === '' ? [] : misc.split('|');
  const at = items.findIndex((one) => one.startsWith(`${key}=`));
  if (value === undefined) {
    const rest = items.filter((_, i) => i !== at);
    return rest.length > 0 ? rest.join('|') : '_';
  }
  const item = `${key}=${value}`;
  if (at >= 0) items[at] = item;
  else items.unshift(item);
  return items.join('|');
}

const ESCAPES: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '|': '\\p',
  '\\': '\\\\',
};
const MEANINGS = new Map(Object.entries(ESCAPES).map(([meaning, written]) => [written, meaning]));

/** White space as UDPipe writes it in SpacesAfter; other kinds than its own as `\u00a0`. */
export function escapeSpaces(blank: string): string {
  let written = '';
  for (let at = 0; at < blank.length; at++) {
    const unit = blank.charAt(at);
    const isPlain = /[!-[\]-~]/u.test(unit) && unit !== '|';
    const code = () => `\\u${blank.charCodeAt(at).toString(16).padStart(4, '0')}`;
    written += ESCAPES[unit] ?? (isPlain ? unit : code());
  }
  return written;
}

/** White space that `escapeSpaces` or UDPipe wrote. */
export function unescapeSpaces(value: string): string {
  return value.replace(/\\(?:u[0-9a-f]{4}|.)/gu, (written) => {
    const meaning = MEANINGS.get(written);
    if (meaning !== undefined) return meaning;
    const isCode = written.length === 6;
    return isCode ? String.fromCharCode(Number.parseInt(written.slice(2), 16)) : written;
  });
}
