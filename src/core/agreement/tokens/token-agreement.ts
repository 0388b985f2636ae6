import type { Range } from '../../model/range.ts';
import { ok, type Result } from '../../result.ts';
import type { AgreementSpan } from '../agreement-span.ts';
import { cohenKappa } from '../coding/cohen-kappa.ts';
import { type Coefficient, type CountedItem, type Item, ItemTally } from '../coding/items.ts';
import type { NotApplicable } from '../not-applicable.ts';
import { OUTSIDE, tokenLabels } from './token-labels.ts';

/**
 * Counts each token as an item, with the label that each annotator gave it. Tokens that nobody marked come
 * together as one.
 */
export function tallyTokens(
  tally: ItemTally,
  tokens: readonly Range[],
  annotators: readonly (readonly AgreementSpan[])[],
): void {
  const labels = annotators.map((spans) => tokenLabels(tokens, spans));
  const marked = new Set(labels.flatMap((own) => [...own.keys()]));
  for (const token of marked) tally.add(labels.map((own) => own.get(token) ?? OUTSIDE));
  const unmarked: Item = annotators.map(() => OUTSIDE);
  if (tokens.length > marked.size) tally.add(unmarked, tokens.length - marked.size);
}

/** The tokens of one document, as `tallyTokens` counts them. */
export function tokenItems(
  tokens: readonly Range[],
  annotators: readonly (readonly AgreementSpan[])[],
): readonly CountedItem[] {
  const tally = new ItemTally();
  tallyTokens(tally, tokens, annotators);
  return tally.items();
}

/**
 * Tokens that somebody marked. Texts consist mostly of tokens that nobody marks; agreeing on these lifts a
 * coefficient, so that it is shown on both.
 */
export function annotatedItems(items: readonly CountedItem[]): readonly CountedItem[] {
  return items.filter(({ item }) => item.some((label) => label !== OUTSIDE));
}

/** Cohen's kappa of each label: whether a token carries it, alone or together with others. */
export function tokenKappaPerLabel(
  tokens: readonly Range[],
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
): Result<ReadonlyMap<string, Coefficient>, NotApplicable> {
  const labels = [...new Set([...first, ...second].map(({ label }) => label))].sort();
  const found = new Map<string, Coefficient>();
  for (const label of labels) {
    const ofLabel = [first, second].map((spans) => spans.filter((span) => span.label === label));
    const kappa = cohenKappa(tokenItems(tokens, ofLabel));
    if (!kappa.ok) return kappa;
    found.set(label, kappa.value);
  }
  return ok(found);
}
