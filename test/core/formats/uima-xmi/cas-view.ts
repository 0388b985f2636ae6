import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Attributes, AttributeValue } from '#core/model/attribute.ts';
import { spansOf } from '../tokens/harness.ts';

type Described = { readonly attributes: Attributes; readonly note: string };

function kindOf(value: AttributeValue): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Attributes that have values of several kinds, as these are written as text. */
function mixedIn(records: readonly Described[]): ReadonlySet<string> {
  const kinds = new Map<string, Set<string>>();
  for (const { attributes } of records) {
    for (const [name, value] of Object.entries(attributes)) {
      kinds.set(name, (kinds.get(name) ?? new Set()).add(kindOf(value)));
    }
  }
  return new Set([...kinds].filter(([, all]) => all.size > 1).map(([name]) => name));
}

/**
 * What a CAS holds of a set, in no particular order, found in the plainest way: the first range of each
 * span, relations between them, attributes as text where their kinds differ.
 * @param clean what becomes of a text.
 */
export function casView(
  records: readonly AnnotationRecord[],
  isBack: boolean,
  clean: (text: string) => string = (text) => text,
) {
  const all = spansOf(records);
  const relations = records.filter((record) => record.kind === 'relation');
  const words = (one: Described, mixed: ReadonlySet<string>) => {
    const attributes = Object.entries(one.attributes).map(([name, value]) => {
      if (isBack) return [name, value];
      const held = mixed.has(name)
        ? Array.isArray(value)
          ? value.join(', ')
          : String(value)
        : value;
      if (Array.isArray(held)) return [name, held.map((item) => clean(String(item)))];
      return [name, typeof held === 'string' ? clean(held) : held];
    });
    return JSON.stringify([
      attributes.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      clean(one.note),
    ]);
  };
  const [mixedSpans, mixedRelations] = isBack
    ? [new Set<string>(), new Set<string>()]
    : [mixedIn(all), mixedIn(relations)];
  const spans = new Map(
    all.map((span) => [
      span.id,
      `${span.type} ${span.ranges[0].start}-${span.ranges[0].end} ${words(span, mixedSpans)}`,
    ]),
  );
  return {
    spans: [...spans.values()].sort(),
    relations: relations
      .map(
        (one) =>
          `${one.type} ${words(one, mixedRelations)}: ${spans.get(one.from)} → ${spans.get(one.to)}`,
      )
      .sort(),
  };
}
