/** Size of a mark at the left edge of the map, in CSS pixels. */
const MARK = { width: 4, height: 2 };

/**
 * Marks where annotators differ, over what is on the map already.
 * @param starts offsets in the text, in UTF-16 code units. @param length of the text.
 * @param height of the map, in CSS pixels.
 */
export function drawDifferences(
  paper: Pick<CanvasRenderingContext2D, 'fillRect'>,
  starts: readonly number[],
  length: number,
  height: number,
): void {
  if (length === 0) return;
  for (const start of starts) {
    const top = Math.min(height - MARK.height, Math.round((start / length) * height));
    paper.fillRect(0, top, MARK.width, MARK.height);
  }
}
