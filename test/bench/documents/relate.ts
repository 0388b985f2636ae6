import type { BenchDocument } from './document.ts';

/** One relation in so many is long; the others reach to one of the next spans. */
const LONG_EVERY = 20;
const NEAR = 6;
const FAR = 400;

/** The document with so many relations instead of its own: more than there are spans, mostly short ones. */
export function relate({ text, annotations }: BenchDocument, count: number): BenchDocument {
  const entities = [...annotations.entities].sort((a, b) => a.start - b.start);
  const labels = [...new Set(annotations.relations.map(({ label }) => label))];
  const relations = Array.from({ length: count }, (_, i) => {
    const reach = i % LONG_EVERY === 0 ? FAR : NEAR;
    const from = (i * 7919) % entities.length;
    const to = (from + 1 + ((i * 104_729) % reach)) % entities.length;
    return {
      id: `R${i}`,
      from: entities[from]?.id ?? '',
      to: entities[to]?.id ?? '',
      label: labels[i % labels.length] ?? '',
    };
  });
  return { text, annotations: { entities, relations } };
}
