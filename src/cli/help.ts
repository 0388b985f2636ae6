import type { Command } from './command.ts';

/** What `glossator --help` shows. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Glossator's command line: works on project folders and files, without a window.

Usage: glossator <command> … [options]

Commands:
${list.join('\n')}

  glossator <command> --help   tells more about one of them
  glossator --version

Exit codes: 0 all is well, 1 something failed or problems were found, 2 the command line cannot be understood.
Results go to standard output, progress and problems to standard error.
`;
}

/** What `glossator <command> --help` shows. */
export function commandHelp(command: Command): string {
  return `Usage: glossator ${command.usage}

${command.help.trim()}
  --json               write the result as JSON
  -h, --help           show this

Exit codes: 0 all is well, 1 something failed or problems were found, 2 the command line cannot be understood.
`;
}
