/** A stretch of text, in UTF-16. */
interface Segment {
  readonly start: number;
  readonly end: number;
}

/**
 * Segments of a text, found window by window: what `Intl.Segmenter` needs for each segment grows with the
 * length of its input. The last segment of a window, which may go on, is found again in the next one.
 * @param offset where the text starts; added to what is found.
 */
export function* segmentsOf(
  segmenter: Intl.Segmenter,
  text: string,
  offset: number,
  window: number,
): Generator<Segment> {
  let at = 0;
  let size = window;
  while (at < text.length) {
    const isLast = at + size >= text.length;
    const part = isLast ? text.slice(at) : text.slice(at, at + size);
    let open: Segment | null = null;
    let from = at;
    for (const { index, segment } of segmenter.segment(part)) {
      if (open) {
        yield open;
        from = open.end - offset;
      }
      const start = offset + at + index;
      open = { start, end: start + segment.length };
    }
    if (isLast) {
      if (open) yield open;
      return;
    }
    // Nothing ended within the window: a longer one is needed.
    size = from === at ? size * 2 : window;
    at = from;
  }
}
