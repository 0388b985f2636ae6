/** One argument of a line, such as `Person-Arg{2}:Person|Organization`. */
export interface ConfigArgument {
  /** Role without its number: `Person-Arg`. */
  readonly name: string;
  /** How often it may stand: ``, `?`, `*`, `+`, `{2}`, `{1-3}`. */
  readonly number: string;
  readonly values: readonly string[];
}

/** A line that names something, after its macros have been put in. */
export interface ConfigLine {
  readonly line: number;
  /** White-space characters before the first word. */
  readonly depth: number;
  /** The stored name first, then names for display. */
  readonly terms: readonly [string, ...string[]];
  /** Marked with `!`: a heading, not for tagging. */
  readonly isHeading: boolean;
  readonly arguments: readonly ConfigArgument[];
  /** Arguments that are not of the form `name:values`, as written. */
  readonly unreadable: readonly string[];
}

const LINE = /^(?<indent>\s*)(?<terms>\S+)(?:\s+(?<rest>.*))?$/u;
const ARGUMENT = /^(?<name>[^\s:]+?)(?<number>[?*+]|\{\d+(?:-\d+)?\})?:(?<values>\S*)$/u;

/** Reads one line that is not empty, a comment, a macro or a section. `null` where it names nothing. */
export function parseConfigLine(text: string, line: number): ConfigLine | null {
  const { indent = '', terms = '', rest = '' } = LINE.exec(text)?.groups ?? {};
  const names = terms.split('|').filter((term) => term !== '' && term !== '!');
  const [first, ...others] = names.map((term) => term.replace(/^!/u, ''));
  if (first === undefined) return null;

  const parsed: ConfigArgument[] = [];
  const unreadable: string[] = [];
  for (const piece of rest.split(',').map((part) => part.trim())) {
    if (piece === '') continue;
    const { name, number = '', values = '' } = ARGUMENT.exec(piece)?.groups ?? {};
    if (name === undefined) unreadable.push(piece);
    else parsed.push({ name, number, values: values.split('|').filter((value) => value !== '') });
  }
  return {
    line,
    depth: indent.length,
    terms: [first, ...others],
    isHeading: names.some((term) => term.startsWith('!')),
    arguments: parsed,
    unreadable,
  };
}
