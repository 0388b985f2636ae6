/**
 * docs/FORMATS.md, made of the formats' own declarations.
 *
 * @typedef {import('../src/core/formats/format.ts').Format} Format
 * @typedef {import('../src/core/formats/format.ts').FormatOption} FormatOption
 *
 * @typedef {object} Tested How many files were read; written by `npm run formats`.
 * @property {string} date
 * @property {string} commit
 * @property {Record<string, { fixtures: number, others: number }>} formats
 *
 * @typedef {object} Speed What `npm run bench -- --formats` measured; rates in annotations per second, peak in MB.
 * @property {string} date
 * @property {string} machine
 * @property {{ id: string, written: number | null, read: number | null, peak: number }[]} results
 * @property {{ from: string, to: string, megabytes: number, seconds: number, peak: number }[]} [conversions]
 */

/** @param {readonly string[]} cells */
const row = (cells) => `| ${cells.map((cell) => cell.replace(/\|/gu, '\\|')).join(' | ')} |`;

/** @param {Format} format */
function ways({ read, write }) {
  if (read && write) return 'both';
  return read ? 'reads' : 'writes';
}

/**
 * @param {string} title
 * @param {readonly FormatOption[]} options
 */
function optionLines(title, options) {
  if (options.length === 0) return [];
  return [
    '',
    `${title}:`,
    '',
    ...options.map(({ id, name, choices, default: usual }) => {
      const values = choices.map(({ value, name: meaning }) => {
        const mark = value === usual ? ' (default)' : '';
        return `\`${value}\`${mark} ${meaning}`;
      });
      return `- \`${id}\`, ${name}: ${values.join('; ')}`;
    }),
  ];
}

/** @param {Format} format */
function readPieces({ pieces }) {
  if (!pieces) return 'all files at once';
  if (pieces.startsAt || pieces.wrapped || pieces.isList)
    return 'piece by piece, also within a file';
  return pieces.together ? 'a few documents at a time' : 'file by file';
}

/**
 * @param {Format} format
 * @param {Tested} tested
 */
function section(format, tested) {
  const { id, name, description, extensions, unit, versions, loses, options, readOptions } = format;
  const files = tested.formats[id] ?? { fixtures: 0, others: 0 };
  return [
    `## ${name}`,
    '',
    description,
    '',
    `- Name on the command line: \`${id}\`; files: ${extensions.map((one) => `.${one}`).join(', ')}`,
    `- Versions: ${versions}`,
    `- Offsets: ${unit}`,
    `- Cannot hold: ${loses.length === 0 ? 'nothing is lost, or what is depends on the options and is counted' : loses.join(', ')}`,
    `- Converted from: ${readPieces(format)}`,
    `- Recognised and read: ${files.fixtures} files of ours, ${files.others} files of others`,
    ...optionLines('Options of writing', format.write ? options : []),
    ...optionLines('Options of reading', readOptions ?? []),
    '',
  ];
}

/**
 * @param {readonly Format[]} formats
 * @param {Speed} speed
 */
function speedSection(formats, { date, machine, results, conversions = [] }) {
  const rate = (/** @type {number | null} */ value) =>
    value === null ? '–' : Math.round(value).toLocaleString('en');
  const rows = formats.flatMap(({ id, name }) => {
    const found = results.find((one) => one.id === id);
    if (!found) return [];
    return [row([name, rate(found.written), rate(found.read), `${Math.round(found.peak)} MB`])];
  });
  return [
    '## Speed',
    '',
    '100,000 annotations (spans, and a relation for every ten) on 200 documents, written with the default options and',
    'read again; annotations per second, and the most memory that the process had, with the data themselves and all',
    `files in memory. Measured by \`npm run bench -- --formats\` (${date}; ${machine}).`,
    '',
    row(['Format', 'Written per second', 'Read per second', 'Peak memory']),
    row(['---', '---:', '---:', '---:']),
    ...rows,
    '',
    '`glossator convert` reads formats piece by piece where their files allow it (see each format), so that memory does',
    'not grow with the input. Measured by `npm run bench -- --convert`:',
    '',
    row(['From', 'To', 'Input', 'Time', 'Peak memory']),
    row(['---', '---', '---:', '---:', '---:']),
    ...conversions.map(({ from, to, megabytes, seconds, peak }) =>
      row([from, to, `${megabytes} MB`, `${Math.round(seconds)} s`, `${Math.round(peak)} MB`]),
    ),
    '',
  ];
}

/**
 * The whole page.
 * @param {readonly Format[]} formats
 * @param {Tested} tested
 * @param {Speed} speed
 * @returns {string}
 */
export function formatsPage(formats, tested, speed) {
  const table = formats.map((format) => {
    const { id, name, unit, versions, loses } = format;
    const { fixtures, others } = tested.formats[id] ?? { fixtures: 0, others: 0 };
    const anchor = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replace(/ /gu, '-');
    return row([
      `[${name}](#${anchor})`,
      ways(format),
      unit,
      versions,
      loses.join(', ') || 'nothing',
      `${fixtures} + ${others}`,
    ]);
  });
  return `${[
    '# Formats',
    '',
    '<!-- Made by `npm run formats` of what each format declares in src/core/formats. Do not edit. -->',
    '',
    'What Glossator reads and writes. Before an export, what the chosen format cannot hold is counted on the data at',
    'hand; what an option changes, and what only some values lose, is counted there too. *Files*: how many were',
    'recognised by their contents and read, ours + those of others, with the texts they need beside them',
    `(\`npm run formats -- --count\`, ${tested.date}, at ${tested.commit || 'no commit'}).`,
    '',
    row(['Format', 'Reads, writes', 'Offsets count', 'Versions', 'Cannot hold', 'Files']),
    row(['---', '---', '---', '---', '---', '---:']),
    ...table,
    '',
    ...speedSection(formats, speed),
    ...formats.flatMap((format) => section(format, tested)),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
