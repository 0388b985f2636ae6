import type { AnnotatorId, DocumentId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import type { Difference } from './difference.ts';
import { type Compared, spansOf } from './differences.ts';
import { takesOf } from './takes.ts';
import { versionsOf } from './versions.ts';

/** A difference with what it was made of. */
export interface FoundDifference {
  readonly difference: Difference;
  readonly compared: Compared;
}

/**
 * The things of one document on which its annotators differ, in the order of the text; labels first.
 * @param all what `compareSets` gives.
 * @param everyone whose sets were compared, in the same order.
 */
export function listDifferences(
  document: DocumentId,
  text: string,
  all: readonly Compared[],
  everyone: readonly AnnotatorId[],
): readonly FoundDifference[] {
  return all
    .filter(({ kinds }) => kinds.length > 0)
    .map((compared) => ({ compared, difference: asDifference(document, text, compared, everyone) }))
    .sort(({ difference: a }, { difference: b }) => startOf(a) - startOf(b));
}

const startOf = ({ place }: Difference) => place?.start ?? -1;

function asDifference(
  document: DocumentId,
  text: string,
  compared: Compared,
  everyone: readonly AnnotatorId[],
): Difference {
  const { about, kinds } = compared;
  const takes = takesOf(compared, text);
  const [label] = compared.about === 'label' ? compared.item.members.values() : [];
  const types = label ? [label.name] : [...new Set(takes.map(({ type }) => type))];
  const apart = apartFrom(compared, everyone);
  return { document, about, kinds, types, apart, place: placeOf(compared), takes };
}

/** Whoever does not see it as more than half of them do; where there is no such half, whoever marked it. */
function apartFrom(compared: Compared, everyone: readonly AnnotatorId[]): readonly AnnotatorId[] {
  const [most] = versionsOf(compared, everyone);
  if (!most || 2 * most.annotators.length <= everyone.length) {
    return everyone.filter((id) => compared.item.members.has(id));
  }
  return everyone.filter((id) => !most.annotators.includes(id));
}

/** Of a span all that anybody's covers; of a relation the end that comes first. */
function placeOf(compared: Compared): Range | null {
  const spans = spansOf(compared);
  const ranges = spans.flatMap((span) => span.ranges);
  const start = Math.min(...ranges.map((range) => range.start));
  if (ranges.length === 0) return null;
  if (compared.about === 'span') return { start, end: Math.max(...ranges.map(({ end }) => end)) };
  return ranges.find((range) => range.start === start) ?? null;
}
