import type { Span } from '../../model/span.ts';
import { offsetsOf } from '../../text/offsets.ts';
import { plural } from '../../text/plural.ts';
import { spanOf } from './draft.ts';
import { type JsonObject, TYPE_KEYS } from './row.ts';

/** A span of a row, or why it is none. */
export type ReadSpan = { readonly span: Span } | { readonly fault: string };

/** Reads the spans of a row, in order. */
export function readSpans(
  text: string,
  spans: readonly JsonObject[],
  unit: 'code-points' | 'utf-16',
): readonly ReadSpan[] {
  const offsets = offsetsOf(text);
  const length = unit === 'utf-16' ? offsets.utf16Length : offsets.codePointLength;
  let number = 0;
  return spans.map((object) => {
    const { start, end } = object;
    const type = typeOf(object);
    if (!isOffset(start) || !isOffset(end))
      return { fault: 'Its start or end is no whole number.' };
    if (start >= end || end > length) {
      return {
        fault: `Its range ${start} to ${end} does not lie in the text, which has ${plural(length, 'character')}.`,
      };
    }
    if (type === undefined) return { fault: 'It has no label.' };
    const place =
      unit === 'utf-16'
        ? { start, end }
        : { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
    if (offsets.isInsidePair(place.start) || offsets.isInsidePair(place.end)) {
      return { fault: `Its range ${start} to ${end} cuts a character in two.` };
    }
    return { span: spanOf(++number, type, [place]) };
  });
}

function typeOf(object: JsonObject): string | undefined {
  const key = TYPE_KEYS.find((one) => typeof object[one] === 'string' && object[one] !== '');
  const type = key === undefined ? undefined : object[key];
  return typeof type === 'string' && type.length <= 500 ? type : undefined;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
