import { PREVIEW_LENGTH } from './limits.ts';

/** A stretch of text that begins and ends between whole characters. In UTF-16 code units. */
export function cut(text: string, start: number, end: number): string {
  const isLow = (at: number) => {
    const unit = text.charCodeAt(at);
    return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
  };
  const from = Math.max(0, start);
  const to = Math.min(text.length, end);
  return text.slice(isLow(from) ? from + 1 : from, isLow(to) ? to - 1 : to);
}

const CONTEXT = 200;

/** Characters around the first one that is not ASCII: where two encodings differ, it shows there. */
export function previewOfDoubt(text: string): string {
  const at = text.search(/\P{ASCII}/u);
  const start = Math.max(0, at - CONTEXT);
  return cut(text, start, start + PREVIEW_LENGTH);
}
