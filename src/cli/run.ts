import { type Command, type ExitCode, FINE, UsageError, WRONG_USAGE } from './command.ts';
import { agree } from './commands/agree.ts';
import { check } from './commands/check.ts';
import { convertFiles } from './commands/convert.ts';
import { exportData } from './commands/export.ts';
import { listFormats } from './commands/formats.ts';
import { importFiles } from './commands/import.ts';
import { mergeProjects } from './commands/merge.ts';
import { mergeFile } from './commands/merge-file.ts';
import { packet } from './commands/packet.ts';
import { stats } from './commands/stats.ts';
import { unpack } from './commands/unpack.ts';
import { commandHelp, generalHelp } from './help.ts';
import { parseCommand } from './parse.ts';
import type { Terminal } from './terminal.ts';

declare const __GLOSSATOR_VERSION__: string;

const COMMANDS: readonly Command[] = [
  importFiles,
  exportData,
  convertFiles,
  listFormats,
  check,
  stats,
  agree,
  packet,
  unpack,
  mergeProjects,
  mergeFile,
];

/** Runs one command line, without the name of the program. Never throws for what a person can mend. */
export async function run(
  argv: readonly string[],
  terminal: Omit<Terminal, 'json'>,
): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === '--version') {
    terminal.out(`${__GLOSSATOR_VERSION__}\n`);
    return FINE;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const about = COMMANDS.find((one) => one.name === rest[0]);
    terminal.out(about ? commandHelp(about) : generalHelp(COMMANDS));
    return FINE;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    terminal.err(name === undefined ? '' : `glossator: there is no command ‘${name}’.\n\n`);
    terminal.err(generalHelp(COMMANDS));
    return WRONG_USAGE;
  }
  try {
    const args = parseCommand(command, rest);
    if (args.has('help')) {
      terminal.out(commandHelp(command));
      return FINE;
    }
    return await command.run(args, { ...terminal, json: args.has('json') });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`glossator ${command.name}: ${error.message}\n`);
    terminal.err(`Usage: glossator ${command.usage}\nMore: glossator ${command.name} --help\n`);
    return WRONG_USAGE;
  }
}
