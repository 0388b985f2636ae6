import type { PaletteItem } from './palette-items.ts';

/** As many as are worth drawing; whoever looks for more types another letter. */
const SHOWN_AT_MOST = 60;

/**
 * How well a name fits what was typed: every word typed must occur. Lower is better: the whole name, at the start of the
 * name, at the start of a word, anywhere. @returns `null` where it does not fit.
 */
export function fitness(name: string, query: string): number | null {
  const where = name.toLowerCase();
  if (where === query.trim().toLowerCase()) return -1;
  let worst = 0;
  for (const word of query.toLowerCase().split(/\s+/u).filter(Boolean)) {
    const at = where.indexOf(word);
    if (at < 0) return null;
    const isAtWord = where.search(new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(word)}`, 'u')) >= 0;
    worst = Math.max(worst, at === 0 ? 0 : isAtWord ? 1 : 2);
  }
  return worst;
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/**
 * What fits, the best first; what can be done now before what cannot. Nothing typed: all actions and labels,
 * in their order, and no documents.
 */
export function rankItems(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  if (query.trim() === '') {
    return items
      .filter(({ kind, disabled }) => kind !== 'Document' && !disabled)
      .slice(0, SHOWN_AT_MOST);
  }
  return items
    .flatMap((item) => {
      const rank = fitness(item.name, query);
      return rank === null ? [] : [{ item, rank: rank + (item.disabled ? 10 : 0) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN_AT_MOST)
    .map(({ item }) => item);
}
