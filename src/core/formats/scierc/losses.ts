import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { planLosses, planTokens } from '../token-json/plan.ts';
import { chainsOf } from '../tokens/chains.ts';

/** What the format cannot hold of this dataset: it names the ends of relations by their place. */
export function sciercLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const doubled = new Set<AnnotationRecord>();
  for (const { document, set } of setsOf(dataset)) {
    const { spans, relations } = planTokens({ document, records: set.records }, options, {
      within: true,
      chains: true,
    });
    const chains = chainsOf(set.records);
    const firsts = new Map<string, number>();
    for (const [i, { from, to, span }] of spans.entries()) {
      const first = firsts.get(`${from} ${to}`);
      if (first === undefined) firsts.set(`${from} ${to}`, i);
      else if (chains.has(span.id)) doubled.add(span);
    }
    const isFirst = (i: number) => {
      const span = spans[i];
      return span !== undefined && firsts.get(`${span.from} ${span.to}`) === i;
    };
    for (const { relation, from, to } of relations) {
      if (!isFirst(from) || !isFirst(to)) doubled.add(relation);
    }
  }
  const loss: Loss = {
    what: 'relations to words that several spans share',
    count: doubled.size,
    why: 'The format names ends by their place; of spans on the same words, it means the first.',
    records: doubled,
  };
  return [
    ...planLosses(dataset, options, { within: true, chains: true }),
    ...(doubled.size > 0 ? [loss] : []),
  ];
}
