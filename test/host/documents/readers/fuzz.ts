import { expect } from 'vitest';
import type { DocumentReader } from '#host/documents/readers/document-reader.ts';
import { QUIET, source } from './kit.ts';

/** How many changed files each reader is given; more by hand. */
const RUNS = Number(process.env['GLOSSATOR_FUZZ'] ?? 1_000);

/** Numbers in [0, 1), the same at every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Changes bytes, cuts, doubles, moves and drops stretches. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let changed = Buffer.from(bytes);
  const at = () => Math.floor(random() * (changed.length + 1));
  for (let i = 0; i <= random() * 6; i++) {
    const [a = 0, b = 0] = [at(), at()].sort((x, y) => x - y);
    const kind = Math.floor(random() * 6);
    if (kind === 0) changed = changed.subarray(0, b);
    else if (kind === 1) changed = Buffer.concat([changed.subarray(0, a), changed.subarray(b)]);
    else if (kind === 2) {
      const twice = changed.subarray(a, Math.min(b, a + 2_000));
      changed = Buffer.concat([changed.subarray(0, b), twice, changed.subarray(b)]);
    } else {
      changed = Buffer.from(changed);
      for (let k = 0; k < 1 + random() * 8 && changed.length > 0; k++) {
        const byte =
          kind === 3
            ? Math.floor(random() * 256)
            : '<>&;"/\0\n,{}[]%0'.charCodeAt(Math.floor(random() * 16));
        changed[Math.min(changed.length - 1, at())] = byte;
      }
    }
  }
  return changed;
}

/**
 * Reads changed files: each is read or refused with a sentence and its file, in under a second.
 * @param pack makes the file of what was changed, such as an archive of a changed part.
 */
export async function fuzz(
  reader: DocumentReader,
  seeds: readonly Uint8Array[],
  pack: (changed: Uint8Array, seed: number) => Uint8Array = (changed) => changed,
): Promise<void> {
  // What is loaded at the first file only is not measured.
  await reader.read(source(pack(seeds[0] ?? new Uint8Array(), 0)), {}, QUIET);
  let slowest = 0;
  for (let run = 0; run < RUNS; run++) {
    const random = chance(run + 1);
    const seed = run % seeds.length;
    const file = source(pack(mutate(seeds[seed] ?? new Uint8Array(), random), seed));
    const began = performance.now();
    expect(reader.recognizes(file)).toBeGreaterThanOrEqual(0);
    const options = await reader.optionsFor?.(file, QUIET);
    const chosen = options?.ok ? options.value.map(({ id, default: value }) => [id, value]) : [];
    const read = await reader.read(file, Object.fromEntries(chosen), QUIET);
    slowest = Math.max(slowest, performance.now() - began);
    if (!read.ok) {
      expect(read.error.place?.file, `run ${run}`).toBe(file.path);
      expect(read.error.message, `run ${run}`).toMatch(/^\S.{8,600}[.)]$/su);
      expect(['refused', 'invalid-file']).toContain(read.error.code);
    } else {
      for (const { text } of read.value.documents)
        expect(text.isWellFormed(), `run ${run}`).toBe(true);
    }
  }
  expect(slowest).toBeLessThan(1_000);
}
