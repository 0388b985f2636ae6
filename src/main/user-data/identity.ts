import { z } from 'zod';
import type { Annotator } from '#core/model/annotator.ts';
import { makeId } from '#core/model/ids.ts';

const annotator = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/u),
  name: z.string().min(1).max(200),
});

/** Who works on this machine, from a file. `null` is nobody yet. */
export function decodeIdentity(raw: unknown): { readonly me: Annotator | null } | undefined {
  const decoded = z.strictObject({ me: annotator.nullable() }).safeParse(raw);
  return decoded.success ? decoded.data : undefined;
}

/**
 * The person under the given name. Who is known already keeps their id when they change their name,
 * and with it their work.
 *
 * @param random gives numbers in [0, 1).
 */
export function identify(known: Annotator | null, name: string, random: () => number): Annotator {
  return known ? { ...known, name } : { id: makeId(`${slug(name)}-`, random, 4), name };
}

/** The name's letters as they may stand in a file name on every system: `José Núñez` is `jose-nunez`. */
function slug(name: string): string {
  const ascii = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const words = ascii.replace(/[^a-z0-9]+/gu, '-').slice(0, 32);
  return words.replace(/^-|-$/gu, '') || 'annotator';
}
