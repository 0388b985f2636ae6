import type { DocumentDetails } from '#core/model/document-details.ts';
import type { Range } from '#core/model/range.ts';
import { canCarry } from '../store/details-format.ts';

const ONLY_THERE = 'what only its format can say';
const TOO_MUCH = 'it is nested too deeply, too large, or has names that no JSON data should have';

/** The details that fit the text and can be kept, and what is wrong with those that do not. */
export function soundDetails(
  text: string,
  details: DocumentDetails,
): { readonly details: DocumentDetails; readonly faults: readonly string[] } {
  const { metadata, headings, pages, tokens, sentences, carried } = details;
  const faults: string[] = [];
  const check = (what: string, isSound: boolean, why = 'they do not fit the text') => {
    if (!isSound) faults.push(`${what} cannot be kept: ${why}.`);
    return isSound;
  };
  const at = (offset: number) => Number.isInteger(offset) && offset >= 0 && offset <= text.length;
  const isRange = ({ start, end }: Range) => at(start) && at(end) && start <= end;
  const areApart = (ranges: readonly Range[]) =>
    ranges.every((range, i) => isRange(range) && range.start >= (ranges[i - 1]?.end ?? 0));
  const sound: DocumentDetails = {
    ...(metadata && { metadata: soundMetadata(metadata) }),
    ...(headings && check('headings', headings.every(isRange)) && { headings }),
    ...(pages && check('pages', pages.every(at)) && { pages }),
    ...(tokens && check('tokens', areApart(tokens)) && { tokens }),
    ...(sentences && check('sentences', areApart(sentences)) && { sentences }),
    ...(carried && check(ONLY_THERE, canCarry(carried.data), TOO_MUCH) && { carried }),
  };
  return { details: sound, faults };
}

function soundMetadata(metadata: Readonly<Record<string, string>>) {
  const known = Object.entries(metadata).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(
    known.map(([name, value]) => [name.toWellFormed(), String(value).toWellFormed()]),
  );
}
