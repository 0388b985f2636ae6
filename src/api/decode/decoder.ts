import type { z } from 'zod';
import type { Args, Method } from '../contract.ts';
import { isPlainData } from './plain-data.ts';

/** Checks arguments from outside. `undefined` means: not valid for this call. Never throws. */
export type Decoder<M extends Method> = (raw: unknown) => Args<M> | undefined;

export type Decoders<M extends Method> = { readonly [K in M]: Decoder<K> };

/** Makes a decoder of a zod type, which should be strict: unknown keys are mistakes. */
export function decoder<T>(type: z.ZodType<T>): (raw: unknown) => T | undefined {
  return (raw) => {
    if (!isPlainData(raw)) return undefined;
    const decoded = type.safeParse(raw);
    return decoded.success ? decoded.data : undefined;
  };
}
