import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** How a run ended; the exit code of the program. */
export type ExitCode = typeof FINE | typeof PROBLEMS | typeof WRONG_USAGE;
export const FINE = 0;
/** Something failed, or was found to be wrong. */
export const PROBLEMS = 1;
/** The command line cannot be understood. */
export const WRONG_USAGE = 2;

/** The command line that a command was given, parsed. */
export interface Arguments {
  /** What is not an option, in order. */
  readonly words: readonly string[];
  /** Whether the option was given. */
  has(option: string): boolean;
  /** The value of an option that takes one. */
  one(option: string): string | undefined;
  /** All values of an option that may be repeated. */
  all(option: string): readonly string[];
}

/** Thrown by a command whose arguments make no sense; ends in exit code 2 and a hint at `--help`. */
export class UsageError extends Error {}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** After `glossator`: `export <project> --format …`. */
  readonly usage: string;
  /** Half a sentence for the list of commands. */
  readonly summary: string;
  /** Everything else that `--help` shows. */
  readonly help: string;
  /** Options besides `--help` and `--json`, which all commands have. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @throws {UsageError} */
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>;
}
