const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/iu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a file name.
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const MAX_LENGTH = 100;

/**
 * A file name, without extension, that every system accepts, made of a name that people gave.
 * Letters of all scripts stay; separators, control and direction characters become `_`.
 */
export function safeFileName(name: string, fallback = 'document'): string {
  const clean = name.toWellFormed().normalize('NFC').replace(FORBIDDEN, '_').trim();
  const short = [...clean]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/[. ]+$/u, '');
  const visible = short.replace(/^\.+/u, (dots) => '_'.repeat(dots.length));
  if (visible === '') return fallback;
  return RESERVED.test(visible) ? `_${visible}` : visible;
}

/** Gives each name once: those taken (in any case) get ` (2)`, ` (3)`, … */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  /** The next number to try for a name: all before it are taken, and thousands may be alike. */
  const next = new Map<string, number>();
  return (name) => {
    let free = name;
    for (let i = next.get(name) ?? 2; taken.has(free.toLowerCase()); i++) {
      free = `${name} (${i})`;
      next.set(name, i + 1);
    }
    taken.add(free.toLowerCase());
    return free;
  };
}

/** A document's name without the extension of its text file: `report.txt` gives `report`. */
export function withoutTextExtension(name: string): string {
  return name.replace(/\.(?:txt|text|md|markdown)$/iu, '') || name;
}
