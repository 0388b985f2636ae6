import type { Span } from '../../model/span.ts';
import type { Loss } from '../losses.ts';
import type { Hindrance, Unplaced } from './place-spans.ts';

const WORDS: Readonly<Record<Hindrance, { readonly what: string; readonly why: string }>> = {
  'cuts a token': {
    what: 'spans that cut a token',
    why: 'The format holds whole tokens only; nothing is shifted, these spans are left out.',
  },
  'has no token': {
    what: 'spans without a token',
    why: 'They stand on nothing but white space.',
  },
  'has blanks at its edges': {
    what: 'spans with white space at their edges',
    why: 'The format holds tokens; these spans are written without the white space.',
  },
  'has several ranges': {
    what: 'discontinuous spans',
    why: 'The format has one range per span; what is written of them is an option.',
  },
  overlaps: {
    what: 'overlapping spans',
    why: 'The format has one label per token; which of the spans stays is an option.',
  },
  'crosses sentences': {
    what: 'spans across sentences',
    why: 'The format ends every span with its sentence.',
  },
};

/** Counts what `layOut` could not place, by reason; a span counts once per reason. */
export function tokenLosses(unplaced: Iterable<Unplaced>): readonly Loss[] {
  const byReason = new Map<Hindrance, Set<Span>>();
  for (const { span, why } of unplaced) {
    const spans = byReason.get(why) ?? new Set<Span>();
    byReason.set(why, spans.add(span));
  }
  return [...byReason].map(([why, spans]) => ({
    ...WORDS[why],
    count: spans.size,
    records: spans,
  }));
}
