import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format, FormatOptions, SourceFile, TargetFile } from '#core/formats/format.ts';

/** How often properties are tried; `GLOSSATOR_RUNS` raises it. */
export const runs = (usual: number) => Number(process.env['GLOSSATOR_RUNS'] ?? usual);

const corpora =
  process.env['GLOSSATOR_CORPORA'] ?? join(import.meta.dirname, '../../../../shared/corpora');

/** The folder of real files of that name; `undefined` in a clone that has none. */
export function corpus(name: string): string | undefined {
  const folder = join(corpora, name);
  return existsSync(folder) ? folder : undefined;
}

/** Files under a folder, or the file itself, with paths relative to it; as text or as bytes. */
export function filesUnder(folder: string, isText = (_path: string) => true): SourceFile[] {
  const paths = statSync(folder).isFile()
    ? ['']
    : (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
        statSync(join(folder, path)).isFile(),
      );
  return paths.sort().map((path) => {
    const bytes = readFileSync(join(folder, path));
    const name = path === '' ? (folder.split('/').at(-1) ?? '') : path;
    return isText(name)
      ? { path: name, text: bytes.toString('utf8') }
      : { path: name, bytes: new Uint8Array(bytes) };
  });
}

/** What a format makes of files; throws the reason where it makes nothing. */
export function read(format: Format, files: readonly SourceFile[], options: FormatOptions = {}) {
  const defaults = (format.readOptions ?? []).map((one) => [one.id, one.default] as const);
  const found = format.read?.(files, { ...Object.fromEntries(defaults), ...options });
  if (!found?.ok) throw new Error(found ? JSON.stringify(found.error) : 'reads nothing');
  return found.value;
}

/** What a format writes, as text. */
export function written(
  format: Format,
  dataset: Dataset,
  options: FormatOptions = {},
): { readonly path: string; readonly text: string }[] {
  const defaults = format.options.map((one) => [one.id, one.default] as const);
  const found = format.write?.(dataset, { ...Object.fromEntries(defaults), ...options });
  if (!found?.ok) throw new Error(found ? JSON.stringify(found.error) : 'writes nothing');
  return found.value.map(toText);
}

function toText(file: TargetFile): { readonly path: string; readonly text: string } {
  let text = '';
  for (const part of file.parts()) text += part;
  return { path: file.path, text };
}

/** Files with a few places changed, cut, doubled, or replaced by what goes wrong. */
function mutated(files: readonly SourceFile[]): fc.Arbitrary<readonly SourceFile[]> {
  const strange = fc.constantFrom(
    ...['"', '{', '}', '[', ']', ',', ':', '\\', '\n', '\r', '\t', '\0', '-1', '1e999', '0.5'],
    ...['999999999999', 'null', 'true', '<', '>', '&', '&amp;', '😀', '\ud83d', '\ufeff', ''],
    ...['__proto__', '[[[[[[[[', '{"a":', ';;;', '<!DOCTYPE x>', ']]>'],
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constantFrom(0, 0, 1, 2, 5, 40, 100_000),
    put: strange,
    copies: fc.boolean(),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 5 });
  return fc.tuple(...files.map(() => fc.option(changes, { freq: 3 }))).map((all) =>
    files.map((file, i) => {
      let result = file;
      for (const { at, length, put, copies } of all[i] ?? []) {
        if ('text' in result) {
          const { text } = result;
          const from = Math.floor(at * text.length);
          const middle = copies ? text.slice(from, from + length).repeat(2) : put;
          result = {
            path: file.path,
            text: text.slice(0, from) + middle + text.slice(from + length),
          };
        } else {
          const bytes = new Uint8Array(result.bytes);
          const from = Math.floor(at * bytes.length);
          for (let j = from; j < from + Math.min(length, 8); j++) bytes[j] = put.charCodeAt(0) || j;
          result = { path: file.path, bytes: length > 99 ? bytes.slice(0, from) : bytes };
        }
      }
      return result;
    }),
  );
}

/** Reads changed files: a dataset or a reason, never an exception, never more than a second. */
export function fuzz(format: Format, fixtures: readonly (readonly SourceFile[])[]): void {
  const any = fc.oneof(...fixtures.map(mutated));
  fc.assert(
    fc.property(any, (files) => {
      const start = performance.now();
      const defaults = (format.readOptions ?? []).map((one) => [one.id, one.default] as const);
      for (const file of files) {
        const likely = format.recognizes(file);
        expect(likely).toBeGreaterThanOrEqual(0);
        expect(likely).toBeLessThanOrEqual(1);
      }
      const found = format.read?.(files, Object.fromEntries(defaults));
      expect(performance.now() - start).toBeLessThan(1000);
      if (found?.ok) expectSound(found.value);
      else expect(found?.error.message).toMatch(/[.:)’]$/u);
    }),
    { numRuns: runs(1000) },
  );
}

/** Spans lie in their texts, relations have ends, ids are there once. */
export function expectSound({ documents }: Dataset): void {
  const documentIds = new Set(documents.map(({ id }) => id));
  expect(documentIds.size).toBe(documents.length);
  for (const { text, sets } of documents) {
    expect(new Set(sets.map(({ annotator }) => annotator.id)).size).toBe(sets.length);
    for (const { records } of sets) {
      const ids = new Map(records.map((record) => [record.id, record.kind]));
      expect(ids.size).toBe(records.length);
      for (const record of records) {
        if (record.kind === 'span') {
          let last = -1;
          for (const { start, end } of record.ranges) {
            const sound = start > last && end > start && end <= text.length;
            if (!sound) throw new Error(`a span at ${start} to ${end} of ${text.length}`);
            last = end;
          }
        } else if (record.kind === 'relation') {
          expect([ids.get(record.from), ids.get(record.to)]).toEqual(['span', 'span']);
        }
      }
    }
  }
}
