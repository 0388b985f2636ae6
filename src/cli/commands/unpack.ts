import { resolve } from 'node:path';
import { type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { newHost } from '../open-project.ts';
import { printError, printResult } from '../terminal.ts';

/** `glossator unpack`: a project folder of a packet. */
export const unpack: Command = {
  name: 'unpack',
  usage: 'unpack <packet> [<folder>]',
  summary: 'make a project folder of a packet',
  help: `
Makes a project folder of a .glossator file, inside <folder> (else here), under a name that is free.`,
  options: {},
  async run(args, terminal) {
    const [path, folder = '.', extra] = args.words;
    if (path === undefined) throw new UsageError('no packet was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const host = newHost(terminal);
    try {
      const made = await host.endpoints['packet.unpack']({
        path: resolve(terminal.cwd, path),
        parent: resolve(terminal.cwd, folder),
        job: 'unpack',
      });
      if (!made.ok) {
        printError(terminal, made.error);
        return PROBLEMS;
      }
      printResult(terminal, made.value, [`Made ${made.value.path}`]);
      return FINE;
    } finally {
      await host.close();
    }
  },
};
