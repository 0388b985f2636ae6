/** One line of a standoff file, cut into its parts; nothing has been looked up yet. */
export type BratLine =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly type: string;
      /** In code points, half-open, in the order of the file. */
      readonly fragments: readonly (readonly [start: number, end: number])[];
      readonly words: string;
    }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly type: string;
      readonly trigger: string;
      readonly roles: readonly Argument[];
    }
  | {
      readonly kind: 'relation';
      readonly id: string;
      readonly type: string;
      readonly ends: readonly [Argument, Argument];
    }
  | {
      readonly kind: 'attribute';
      readonly id: string;
      readonly name: string;
      readonly target: string;
      /** `undefined` for a flag. */
      readonly value: string | undefined;
    }
  | {
      readonly kind: 'reference';
      readonly id: string;
      readonly type: string;
      readonly target: string;
      /** `database:id`. */
      readonly entry: string;
      readonly label: string;
    }
  | {
      readonly kind: 'note';
      readonly id: string;
      readonly type: string;
      readonly target: string;
      readonly text: string;
    }
  | { readonly kind: 'same'; readonly type: string; readonly members: readonly string[] };

/** A role or end with the id that it names. */
export interface Argument {
  readonly name: string;
  readonly id: string;
}

const ID = /^(?<letter>[TERAMN#])[A-Za-z]*\d+\S*$/u;
const FRAGMENTS = /^\d+ \d+(?:;\d+ \d+)*$/u;

/** Reads one line without its line break; `undefined` where it is none that brat knows. */
export function parseLine(line: string): BratLine | undefined {
  const [id = '', data = '', ...more] = line.split('\t');
  const rest = more.join('\t');
  if (id === '*') return parseSame(data);
  switch (ID.exec(id)?.groups?.['letter']) {
    case 'T':
      return parseText(id, data, rest);
    case 'E':
      return parseEvent(id, data);
    case 'R':
      return parseRelation(id, data);
    case 'A':
    case 'M':
      return parseAttribute(id, data, more.length);
    case 'N':
      return parseReference(id, data, rest);
    case '#':
      return more.length === 0 ? undefined : parseNote(id, data, rest);
    default:
      return undefined;
  }
}

function parseText(id: string, data: string, words: string): BratLine | undefined {
  const at = data.indexOf(' ');
  const [type, places] = [data.slice(0, at), data.slice(at + 1)];
  if (at < 1 || !FRAGMENTS.test(places)) return undefined;
  const fragments = places.split(';').map((piece) => {
    const [start, end] = piece.split(' ').map(Number);
    return [start ?? 0, end ?? 0] as const;
  });
  return { kind: 'text', id, type, fragments, words };
}

function parseArgument(piece: string): Argument | undefined {
  const at = piece.indexOf(':');
  if (at < 1 || at === piece.length - 1) return undefined;
  return { name: piece.slice(0, at), id: piece.slice(at + 1) };
}

function parseEvent(id: string, data: string): BratLine | undefined {
  const [first, ...others] = data.split(' ').filter((piece) => piece !== '');
  const head = parseArgument(first ?? '');
  const roles = others.map(parseArgument).filter((role) => role !== undefined);
  if (!head || roles.length < others.length) return undefined;
  return { kind: 'event', id, type: head.name, trigger: head.id, roles };
}

function parseRelation(id: string, data: string): BratLine | undefined {
  const [type, first = '', second = '', ...more] = data.split(' ').filter((piece) => piece !== '');
  const [from, to] = [parseArgument(first), parseArgument(second)];
  if (!type || !from || !to || from.name === to.name || more.length > 0) return undefined;
  return { kind: 'relation', id, type, ends: [from, to] };
}

function parseAttribute(id: string, data: string, tabs: number): BratLine | undefined {
  const found = /^(?<name>\S+) (?<target>\S+)(?: (?<value>.*))?$/su.exec(data)?.groups;
  const { name, target, value } = found ?? {};
  // A tab may end the line, but not stand in a value.
  if (name === undefined || target === undefined || tabs > 1) return undefined;
  return { kind: 'attribute', id, name, target, value: value === '' ? undefined : value };
}

/** With the spelling of 2013, `Reference Annotation:T1 Referent:GO:001`. */
function parseReference(id: string, data: string, rest: string): BratLine | undefined {
  const [type, first = '', second = '', ...more] = data.split(' ').filter((piece) => piece !== '');
  const target = first.replace(/^Annotation:/u, '');
  const entry = second.replace(/^Referent:/u, '');
  if (!type || target === '' || !/^[^:]+:./u.test(entry) || more.length > 0) return undefined;
  return { kind: 'reference', id, type, target, entry, label: rest.replace(/^\t+/u, '') };
}

function parseNote(id: string, data: string, text: string): BratLine | undefined {
  const [type, target, ...more] = data.split(' ').filter((piece) => piece !== '');
  if (!type || !target || more.length > 0) return undefined;
  return { kind: 'note', id, type, target, text };
}

function parseSame(data: string): BratLine | undefined {
  const [type, ...members] = data.split(' ').filter((piece) => piece !== '');
  return type && members.length > 1 ? { kind: 'same', type, members } : undefined;
}
