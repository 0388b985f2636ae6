/** A corner of a line, in CSS pixels. */
export type Corner = readonly [x: number, y: number];

const RADIUS = 5;

/** SVG path along the corners, which are rounded. */
export function roundedPath(corners: readonly Corner[]): string {
  const [start, ...rest] = corners;
  if (!start) return '';
  let path = `M${point(start)}`;
  let before = start;
  for (const [i, corner] of rest.entries()) {
    const after = rest[i + 1];
    if (!after) {
      path += `L${point(corner)}`;
      break;
    }
    const radius = Math.min(RADIUS, length(before, corner) / 2, length(corner, after) / 2);
    path += `L${point(toward(corner, before, radius))}Q${point(corner)} ${point(toward(corner, after, radius))}`;
    before = corner;
  }
  return path;
}

/** SVG path of a small arrowhead that points down at that place. */
export function arrowDown([x, y]: Corner): string {
  return `M${point([x - 3.5, y - 5.5])}L${point([x, y])}L${point([x + 3.5, y - 5.5])}Z`;
}

function point([x, y]: Corner): string {
  return `${Math.round(x * 2) / 2} ${Math.round(y * 2) / 2}`;
}

function length([ax, ay]: Corner, [bx, by]: Corner): number {
  return Math.abs(ax - bx) + Math.abs(ay - by);
}

function toward([ax, ay]: Corner, [bx, by]: Corner, distance: number): Corner {
  return [ax + Math.sign(bx - ax) * distance, ay + Math.sign(by - ay) * distance];
}
