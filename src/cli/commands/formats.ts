import type { Format } from '#core/formats/format.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { type Command, FINE, UsageError } from '../command.ts';
import { printResult } from '../terminal.ts';

/** `glossator formats`: what can be read and written. */
export const listFormats: Command = {
  name: 'formats',
  usage: 'formats [<format>]',
  summary: 'list the formats that can be read and written',
  help: `
Lists all formats: whether they can be read and written, what their offsets count, their versions, and what they
cannot hold. With the name of one, tells its options too.

Options:`,
  options: {},
  async run(args, terminal) {
    const [id, extra] = args.words;
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const chosen = id === undefined ? FORMATS : FORMATS.filter((format) => format.id === id);
    if (chosen.length === 0) {
      throw new UsageError(
        `there is no format ‘${id}’. There are: ${FORMATS.map((one) => one.id).join(', ')}.`,
      );
    }
    const lines = chosen.flatMap((format) => [
      ...linesOf(format),
      ...(id === undefined ? [] : optionLines(format)),
    ]);
    printResult(terminal, chosen.map(toJson), lines);
    return FINE;
  },
};

function linesOf(format: Format): readonly string[] {
  const { id, name, unit, versions, loses } = format;
  return [
    `${id}  ${name}  (${waysOf(format)})`,
    `    offsets: ${unit}; ${versions}`,
    `    cannot hold: ${loses.length === 0 ? 'holds all' : loses.join(', ')}`,
  ];
}

function waysOf({ read, write }: Format): string {
  if (read && write) return 'reads and writes';
  return read ? 'reads' : 'writes';
}

function optionLines({ description, options, readOptions = [] }: Format): readonly string[] {
  const told = (way: string, list: Format['options']) =>
    list.flatMap((option) => [
      `    ${way} ${option.id}: ${option.name}. ${option.description}`,
      ...option.choices.map(
        ({ value, name }) =>
          `        ${value}${value === option.default ? ' (default)' : ''}: ${name}`,
      ),
    ]);
  return [
    `    ${description}`,
    ...told('--option', options),
    ...told('--read-option', readOptions),
  ];
}

function toJson(format: Format) {
  const { id, name, description, extensions, unit, versions, loses, options, readOptions } = format;
  return {
    ...{ id, name, description, extensions },
    reads: format.read !== undefined,
    writes: format.write !== undefined,
    ...{ unit, versions, loses, options },
    readOptions: readOptions ?? [],
  };
}
