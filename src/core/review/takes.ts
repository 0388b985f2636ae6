import type { Attributes, AttributeValue } from '../model/attribute.ts';
import type { AnnotatorId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import type { Span } from '../model/span.ts';
import type { PlacedRelation } from './align-relations.ts';
import type { Take } from './difference.ts';
import type { Compared } from './differences.ts';

/** Characters of words that are kept, in UTF-16 code units. */
const MOST_WORDS = 120;

/** What each annotator made of one thing, in the order of the comparison's sets. */
export function takesOf(compared: Compared, text: string): readonly Take[] {
  if (compared.about === 'label') {
    return [...compared.item.members].map(([annotator, { id, value }]) => ({
      ...{ annotator, id, type: valueText(value), ranges: [], words: '', attributes: '' },
    }));
  }
  if (compared.about === 'span') {
    return [...compared.item.members].map(([annotator, span]) => ({
      ...{ annotator, id: span.id, type: span.type, ranges: span.ranges },
      words: quoteOf(text, span.ranges),
      attributes: attributesText(span.attributes),
    }));
  }
  return [...compared.item.members].map(([annotator, placed]) => {
    const { relation } = placed;
    return {
      ...{ annotator, id: relation.id, type: relation.type },
      ranges: endsOf(annotator, placed).flatMap(({ ranges }) => ranges),
      words: endWords(annotator, placed, text),
      attributes: attributesText(relation.attributes),
    };
  });
}

/** The spans that an annotator's relation links: `from`, `to`. */
export function endsOf(annotator: AnnotatorId, { from, to }: PlacedRelation): readonly Span[] {
  return [from, to].flatMap(({ members }) => members.get(annotator) ?? []);
}

/** `from → to`, in the words of its ends. */
export function endWords(annotator: AnnotatorId, placed: PlacedRelation, text: string): string {
  return endsOf(annotator, placed)
    .map(({ ranges }) => quoteOf(text, ranges))
    .join(' → ');
}

/** The words of some ranges, joined by an ellipsis; cut between whole characters where they are many. */
export function quoteOf(text: string, ranges: readonly Range[]): string {
  const words = ranges
    .map(({ start, end }) => text.slice(start, Math.min(end, start + MOST_WORDS + 1)))
    .join(' … ');
  const cut = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
  return cut.replaceAll(/\s+/gu, ' ').toWellFormed();
}

/** `time past, sure yes`. */
export function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');
}

/** A value as people write it: `yes`, `state, culture`. */
export function valueText(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
