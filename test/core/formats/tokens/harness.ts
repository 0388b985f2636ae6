import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { Format, FormatOptions, SourceFile } from '#core/formats/format.ts';
import { type Tokenizer, tokensOf } from '#core/formats/tokens/tokenize.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { textOf } from '../datasets.ts';

/** How often a property is tried; the full check uses 1,000. */
export const RUNS = Number(process.env['GLOSSATOR_RUNS'] ?? 200);

const CORPORA = process.env['GLOSSATOR_CORPORA'] ?? join(process.cwd(), '..', 'shared', 'corpora');

/** Files of a folder of the corpora, with deeper folders; `undefined` where the folder is not there. */
export function corpusFiles(folder: string): readonly SourceFile[] | undefined {
  const root = join(CORPORA, folder);
  if (!existsSync(root)) {
    console.warn(`skipped: there is no folder ${folder} among the corpora`);
    return undefined;
  }
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:SOURCES|README|LICEN[CS]E)/iu.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }));
}

/** A file of `test/fixtures`. */
export function fixture(path: string): { readonly path: string; readonly text: string } {
  return { path, text: readFileSync(join(import.meta.dirname, '../../../fixtures', path), 'utf8') };
}

export function read(
  format: Format,
  files: readonly SourceFile[],
  options: FormatOptions = {},
): Dataset {
  const result = format.read?.(files, options);
  if (!result?.ok) throw new Error(`not read: ${JSON.stringify(result?.error)}`);
  return result.value;
}

export function write(
  format: Format,
  dataset: Dataset,
  options: FormatOptions = {},
): readonly { readonly path: string; readonly text: string }[] {
  const written = format.write?.(dataset, options);
  if (!written?.ok) throw new Error(`not written: ${JSON.stringify(written?.error)}`);
  return written.value.map((file) => ({ path: file.path, text: textOf(file) }));
}

/** Type and words of each span, in the order of the text. */
export function namesOf(document: DatasetDocument | undefined): readonly string[] {
  return spansOf(document?.sets[0]?.records ?? [])
    .map(({ type, ranges }) => ({ type, ranges }))
    .sort((a, b) => a.ranges[0].start - b.ranges[0].start || b.ranges[0].end - a.ranges[0].end)
    .map(({ type, ranges }) => {
      const words = ranges.map(({ start, end }) => document?.text.slice(start, end));
      return `${type}: ${words.join(' … ')}`;
    });
}

export function spansOf(records: readonly AnnotationRecord[]) {
  return records.filter((record) => record.kind === 'span');
}

/** A document as its tokens see it: their words, and each span as the numbers of its tokens. */
export interface TokenView {
  readonly words: readonly string[];
  readonly spans: readonly string[];
}

/**
 * What token formats can hold of a set, found in the slowest and plainest way: the first range of each
 * span, if it covers whole tokens; of those that overlap the longest, then the earliest.
 */
export function tokenView(
  document: DatasetDocument,
  records: readonly AnnotationRecord[],
  { tokenizer = 'own' as Tokenizer, flat = true } = {},
): TokenView {
  const tokens = tokensOf(document, tokenizer);
  const words = tokens.map(({ start, end }) => document.text.slice(start, end));
  const whole = spansOf(records)
    .map(({ id, type, ranges: [{ start, end }] }) => {
      const touched = [...tokens.keys()].filter((i) => {
        const token = tokens[i];
        return token !== undefined && token.start < end && token.end > start;
      });
      const isWhole = touched.every((i) => {
        const token = tokens[i];
        return token !== undefined && token.start >= start && token.end <= end;
      });
      return { id, type, tokens: isWhole ? touched : [] };
    })
    .filter((span) => span.tokens.length > 0)
    .sort(
      (a, b) =>
        b.tokens.length - a.tokens.length ||
        (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
  const taken = new Set<number>();
  const kept = whole.filter((span) => {
    if (flat && span.tokens.some((token) => taken.has(token))) return false;
    for (const token of span.tokens) taken.add(token);
    return true;
  });
  return { words, spans: kept.map((span) => `${span.type} ${span.tokens.join()}`).sort() };
}

/** Makes a source of numbers in [0, 1) that is the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SHREDS = [
  '\t',
  '\n',
  ' ',
  '(',
  ')',
  '-',
  '_',
  '|',
  '#',
  '"',
  '{',
  ']',
  'B-X',
  '1-2',
  '\u0000',
  '\ud83d',
  '😀',
  '\r',
];

/** Damages a text: pieces cut, doubled, moved, or replaced by what such files are made of. */
export function* mutants(texts: readonly string[], count: number): Generator<string> {
  const next = numbers(7);
  for (let i = 0; i < count; i++) {
    let text = texts[i % texts.length] ?? '';
    for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
      const at = Math.floor(next() * (text.length + 1));
      const end = Math.min(text.length, at + Math.floor(next() * 20));
      const piece = text.slice(at, end);
      const shred = SHREDS[Math.floor(next() * SHREDS.length)] ?? '';
      const put = [shred, '', piece + piece, shred.repeat(50)][Math.floor(next() * 4)] ?? '';
      text = text.slice(0, at) + put + text.slice(next() < 0.5 ? end : at);
    }
    yield text;
  }
}

/** Reads damaged files: each gives a dataset that can be written, or an error with its file. */
export function expectToSurvive(format: Format, texts: readonly string[], path: string): void {
  for (const text of mutants(texts, Number(process.env['GLOSSATOR_FUZZ'] ?? 1000))) {
    const file = { path, text };
    const start = performance.now();
    format.recognizes(file);
    const result = format.read?.([file], {});
    if (result?.ok) {
      for (const { sets, text: words } of result.value.documents) {
        for (const { ranges } of sets.flatMap((set) => spansOf(set.records))) {
          for (const { start, end } of ranges)
            expect(start < end && end <= words.length).toBe(true);
        }
      }
      write(format, result.value);
    } else expect(result?.error.place?.file).toBe(path);
    expect(performance.now() - start).toBeLessThan(1000);
  }
}
