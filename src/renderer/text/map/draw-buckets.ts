import type { TextContext } from '../context.ts';
import type { MapBuckets } from './map-buckets.ts';

/** Width of the map, in CSS pixels; the style sheet says the same. */
const WIDTH = 12;
const UNKNOWN = '#808080';

/**
 * Draws each stretch as a bar: the longer, the more spans are in it (by their logarithm, so that single
 * ones can be seen), parted by the colours of their types.
 */
export function drawBuckets(
  context: TextContext,
  canvas: HTMLCanvasElement,
  buckets: MapBuckets,
  step: number,
): void {
  const scale = devicePixelRatio;
  const [width, height] = [WIDTH * scale, buckets.count * step * scale];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.height = `${buckets.count * step}px`;
  }
  const paper = canvas.getContext('2d');
  if (!paper) return;
  paper.setTransform(scale, 0, 0, scale, 0, 0);
  paper.clearRect(0, 0, WIDTH, buckets.count * step);
  const { most } = buckets;
  for (let i = 0; i < buckets.count; i++) {
    const { counts, total } = buckets.at(i);
    if (total === 0) continue;
    const length = Math.max(3, (WIDTH * Math.log2(1 + total)) / Math.log2(1 + most));
    let x = WIDTH - length;
    for (const [type, count] of [...counts].sort((a, b) => b[1] - a[1])) {
      const part = (length * count) / total;
      paper.fillStyle = context.entityType(type)[0]?.color ?? UNKNOWN;
      paper.fillRect(x, i * step, part, step - 1);
      x += part;
    }
  }
}
