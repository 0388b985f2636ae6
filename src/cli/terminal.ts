import type { ApiError } from '#api/problem.ts';
import type { Place } from '#core/problem.ts';

/** Where a command writes, and where it stands. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and problems. */
  readonly err: (text: string) => void;
  /** Whether `err` is watched by a person, so that a line may be written over. */
  readonly isWatched: boolean;
  /** Paths on the command line are relative to it. */
  readonly cwd: string;
  /** Write the result as JSON. */
  readonly json: boolean;
}

/** Writes the result: as one JSON document where that was asked for, else as lines of text. */
export function printResult(terminal: Terminal, value: unknown, lines: readonly string[]): void {
  if (terminal.json) terminal.out(`${JSON.stringify(value, null, 2)}\n`);
  else for (const line of lines) terminal.out(`${line}\n`);
}

/** Writes a failure: the sentence for people, and JSON where that was asked for. */
export function printError(terminal: Terminal, error: ApiError): void {
  terminal.err(`glossator: ${error.message}${placeText(error.place)}\n`);
  if (terminal.json) terminal.out(`${JSON.stringify({ error }, null, 2)}\n`);
}

/** ` (letter.txt, line 3)`; empty where no place is known. */
export function placeText(place: Place = {}): string {
  const { file, line, column, byte, path, id } = place;
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}${column === undefined ? '' : `:${column}`}`,
    line === undefined && byte !== undefined ? `byte ${byte}` : undefined,
    path,
    id,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Shows how far long work is, on one line, to a person who watches. */
export function progressLine(
  terminal: Terminal,
): (data: { readonly done: number; readonly total: number; readonly text: string }) => void {
  return ({ done, total, text }) => {
    if (!terminal.isWatched) return;
    const count = total > 0 ? `${done}/${total} ` : '';
    const isOver = total > 0 && done >= total;
    terminal.err(`\r\u001b[2K${isOver ? '' : `${count}${text.slice(0, 60)}`}`);
  };
}

/** `1 document`, `3 documents`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;
}
