import type { Encoding } from '#core/model/document.ts';
import { READERS } from '#host/imports/readers.ts';
import { type Arguments, UsageError } from '../command.ts';
import { optionPairs } from './format-arguments.ts';

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
];

/** Options about what is imported and how. */
export const IMPORT_OPTIONS = {
  format: { type: 'string' },
  option: { type: 'string', multiple: true },
  map: { type: 'string', multiple: true },
  annotator: { type: 'string' },
  encoding: { type: 'string' },
  'skip-problems': { type: 'boolean' },
  'allow-duplicates': { type: 'boolean' },
} as const;

/** What is to be imported, as the command line says. */
export interface ImportRequest {
  readonly paths: readonly string[];
  /** Id of a reader; `null`: found out. */
  readonly reader: string | null;
  readonly options: readonly (readonly [string, string])[];
  /** Incoming names, and what they become; `null`: left out. */
  readonly map: ReadonlyMap<string, string | null>;
  readonly annotator: string | null;
  readonly encoding: Encoding | null;
  readonly skipsProblems: boolean;
  readonly allowsDuplicates: boolean;
}

/** Reads the options. @throws {UsageError} */
export function importRequest(args: Arguments, paths: readonly string[]): ImportRequest {
  return {
    paths,
    reader: readerOf(args),
    options: optionPairs(args),
    map: new Map(args.all('map').map(mapPair)),
    annotator: args.one('annotator') ?? null,
    encoding: encodingOf(args),
    skipsProblems: args.has('skip-problems'),
    allowsDuplicates: args.has('allow-duplicates'),
  };
}

function readerOf(args: Arguments): string | null {
  const given = args.one('format') ?? 'auto';
  if (given === 'auto') return null;
  if (READERS.some(({ info }) => info.id === given)) return given;
  const known = READERS.map(({ info }) => info.id).join(', ');
  throw new UsageError(`there is no format ‘${given}’ to read. There are: auto, ${known}.`);
}

function mapPair(pair: string): readonly [string, string | null] {
  const at = pair.indexOf('=');
  if (at < 1) throw new UsageError(`‘${pair}’ is not of the form name=other (--map).`);
  const to = pair.slice(at + 1).trim();
  return [pair.slice(0, at), to === '' ? null : to];
}

function encodingOf(args: Arguments): Encoding | null {
  const given = args.one('encoding');
  if (given === undefined) return null;
  const encoding = ENCODINGS.find((name) => name === given.toLowerCase());
  if (encoding) return encoding;
  throw new UsageError(`‘${given}’ is not among the encodings: ${ENCODINGS.join(', ')}.`);
}
