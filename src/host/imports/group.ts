import { basename, extname } from 'node:path';
import type { Problem } from '#core/problem.ts';
import { TEXT_EXTENSIONS } from '../documents/limits.ts';
import { ENOUGH, type LookedFile, surest } from './examine.ts';
import { PLAIN_TEXT } from './plain-text.ts';
import { type Candidate, type Reader, textReader } from './readers.ts';

/** Files that are read together. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly reader: Reader;
  readonly confidence: number;
  /** Other readers that could be meant, likeliest first. */
  readonly others: readonly Candidate[];
  readonly files: readonly LookedFile[];
  readonly missing: readonly Problem[];
}

export interface Grouped {
  readonly sources: readonly Source[];
  /** Files in folders that nothing reads. */
  readonly problems: readonly Problem[];
}

/** How sure one is of a text that looks like something else. */
const IN_DOUBT = 0.1;

const BRAT = 'brat';
const BRAT_PARTS = /\.(?:ann|a1|a2|co|rel)$/iu;

/** Puts files that belong together into sources: by reader, within what was given. */
export function group(files: readonly LookedFile[]): Grouped {
  const problems: Problem[] = [];
  const groups = new Map<string, { reader: Reader; files: LookedFile[]; sure: number }>();
  const brat = bratFiles(files);
  const beside = textsBeside(files);
  for (const file of files) {
    const found = brat.get(file.path) ?? beside.get(file.path) ?? readerOf(file);
    if (!found) {
      problems.push(leftOut(file));
      continue;
    }
    const { reader, confidence } = found;
    // What may be chosen about reading depends on the file.
    const own = reader.document?.optionsFor ? file.path : '';
    const key = JSON.stringify([reader.info.id, file.root, own]);
    const known = groups.get(key) ?? { reader, files: [], sure: 0 };
    known.files.push(file);
    known.sure += confidence;
    groups.set(key, known);
  }
  const sources = [...groups.values()].map(({ reader, files: own, sure }, i): Source => {
    const missing = reader.info.id === BRAT ? missingTexts(own) : [];
    return {
      id: `source-${i + 1}`,
      name: nameOf(own),
      reader,
      confidence: sure / own.length,
      others: othersOf(own, reader),
      files: own,
      missing,
    };
  });
  return { sources, problems };
}

/** Texts and settings that stand beside standoff files, by path. */
function bratFiles(files: readonly LookedFile[]): ReadonlyMap<string, Candidate> {
  const found = new Map<string, Candidate>();
  const stems = new Set<string>();
  const folders = new Set<string>();
  for (const file of files) {
    const own = file.candidates.find(({ reader }) => reader.info.id === BRAT);
    if (!own || !BRAT_PARTS.test(file.path)) continue;
    found.set(file.path, { reader: own.reader, confidence: Math.max(own.confidence, ENOUGH) });
    stems.add(file.path.replace(BRAT_PARTS, ''));
    folders.add(file.root);
  }
  const [first] = found.values();
  if (!first) return found;
  const { reader } = first;
  for (const { path, root } of files) {
    const isText = /\.txt$/iu.test(path) && stems.has(path.slice(0, -4));
    const isConfig = folders.has(root) && /^(?:annotation|visual)\.conf$/u.test(basename(path));
    if (isText || isConfig) found.set(path, { reader, confidence: 1 });
  }
  return found;
}

/** Texts that were given with files of a format that keeps its texts in files of their own, by path. */
function textsBeside(files: readonly LookedFile[]): ReadonlyMap<string, Candidate> {
  const readers = new Map<string, Reader>();
  for (const file of files) {
    const reader = readerOf(file)?.reader;
    if (reader?.format?.textsBeside) readers.set(file.root, reader);
  }
  const found = new Map<string, Candidate>();
  if (readers.size === 0) return found;
  for (const file of files) {
    const reader = readers.get(file.root);
    const isText = /\.(?:txt|text)$/iu.test(file.path);
    if (!reader || !isText || readerOf(file)?.reader.info.id !== PLAIN_TEXT) continue;
    found.set(file.path, { reader, confidence: 1 });
  }
  return found;
}

function missingTexts(files: readonly LookedFile[]): readonly Problem[] {
  const paths = new Set(files.map(({ path }) => path));
  const missing = new Map<string, Problem>();
  for (const { path } of files) {
    const stem = path.replace(BRAT_PARTS, '');
    if (stem === path || missing.has(stem)) continue;
    if (paths.has(`${stem}.txt`) || paths.has(`${stem}.TXT`)) continue;
    const message = `‘${basename(stem)}.txt’, the text of ‘${basename(path)}’, is not there.`;
    missing.set(stem, { code: 'no-text', message, place: { file: path } });
  }
  return [...missing.values()];
}

/** The reader for a file on its own; `undefined` for files of folders that only happen to be text. */
function readerOf(file: LookedFile): Candidate | undefined {
  const sure = surest(file.path, file.candidates);
  if (sure) return sure;
  const extension = extname(file.path).toLowerCase();
  const isText = TEXT_EXTENSIONS.has(extension);
  if (!file.isGiven && !isText) return undefined;
  if (file.doubt) return { reader: textReader(), confidence: IN_DOUBT };
  return { reader: textReader(), confidence: isText ? 0.9 : 0.5 };
}

function othersOf(files: readonly LookedFile[], chosen: Reader): readonly Candidate[] {
  const others = new Map<string, { reader: Reader; sum: number }>();
  for (const { candidates } of files) {
    for (const { reader, confidence } of candidates) {
      const known = others.get(reader.info.id) ?? { reader, sum: 0 };
      known.sum += confidence;
      others.set(reader.info.id, known);
    }
  }
  others.delete(chosen.info.id);
  return [...others.values()]
    .map(({ reader, sum }) => ({ reader, confidence: sum / files.length }))
    .sort((a, b) => b.confidence - a.confidence);
}

function nameOf(files: readonly LookedFile[]): string {
  const [first] = files;
  if (!first) return '';
  return files.length === 1 ? basename(first.path) : basename(first.root);
}

function leftOut(file: LookedFile): Problem {
  const message =
    file.problem?.message ??
    'This is no kind of file that is read from folders, so it is left out.';
  return { code: file.problem?.code ?? 'left-out', message, place: { file: file.path } };
}
