import type { z } from 'zod';
import { type DataLimits, findFault } from '#core/model/plain-data.ts';
import type { Args, Method } from '../contract.ts';

/** How much one call may carry. Far above what a day's work needs; below what would hurt. */
export const CALL_LIMITS: DataLimits = {
  depth: 32,
  values: 5_000_000,
  string: 64 * 1024 * 1024,
  characters: 64 * 1024 * 1024,
};

/** Checks arguments from outside. `undefined` means: not valid for this call. Never throws. */
export type Decoder<M extends Method> = (raw: unknown) => Args<M> | undefined;

export type Decoders<M extends Method> = { readonly [K in M]: Decoder<K> };

/**
 * Makes a decoder of a zod type, which should be strict: unknown keys are mistakes. That it is plain
 * data of bearable size is checked first, since it is cheap and zod would recurse.
 */
export function decoder<T>(type: z.ZodType<T>): (raw: unknown) => T | undefined {
  return (raw) => {
    if (findFault(raw, CALL_LIMITS)) return undefined;
    const decoded = type.safeParse(raw);
    return decoded.success ? decoded.data : undefined;
  };
}
