import { parseArgs } from 'node:util';
import { type Arguments, type Command, UsageError } from './command.ts';

/** The arguments of a command. @throws {UsageError} where an option is unknown or lacks its value. */
export function parseCommand(command: Command, argv: readonly string[]): Arguments {
  const { values, positionals } = parse(command, argv);
  const listOf = (option: string) => {
    const value = values[option];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((one) => typeof one === 'string');
  };
  return {
    words: positionals,
    has: (option) => values[option] !== undefined,
    one: (option) => listOf(option).at(-1),
    all: listOf,
  };
}

function parse(
  command: Command,
  argv: readonly string[],
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;
  try {
    const options = { ...command.options, ...common };
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node adds how to pass words that begin with a dash, which none of ours do.
    throw new UsageError(`${message.split('. To specify')[0]}.`.replace(/\.\.$/u, '.'));
  }
}
