import { encodeName } from '../tokens/names.ts';

/** Type of mentions that are no names. */
export const MENTION = 'Mention';

/** What a bracket of the column of mentions says: the number of a chain, or `type-number-words`. */
export function typeAndChain(
  name: string,
  isTyped: boolean,
): { readonly type: string | null; readonly chain: string } {
  const [type, chain] = name.split('-');
  return isTyped && type && chain ? { type, chain } : { type: null, chain: name };
}

/** The bracket of a mention. */
export function mentionName(type: string, chain: string, isTyped: boolean): string {
  return isTyped ? `${encodeName(type, '()|-')}-${chain}` : chain;
}
