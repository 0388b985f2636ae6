import type { Rectangle } from 'electron';
import { z } from 'zod';

/** Where a window was, in screen coordinates that do not depend on pixel density. */
export interface WindowBounds extends Rectangle {
  readonly isMaximized: boolean;
}

export const DEFAULT_BOUNDS = { width: 1280, height: 820 } as const;
const LEAST = { width: 640, height: 420 } as const;
export const LEAST_BOUNDS: typeof LEAST = LEAST;

const bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(LEAST.width).max(20_000),
  height: z.int().min(LEAST.height).max(20_000),
  isMaximized: z.boolean(),
});

/** The window's place, from a file. `null` is none yet. */
export function decodeBounds(raw: unknown): { readonly bounds: WindowBounds | null } | undefined {
  const decoded = z.strictObject({ bounds: bounds.nullable() }).safeParse(raw);
  return decoded.success ? decoded.data : undefined;
}

/**
 * Where to open a window: where the last one was, if that is still on a screen.
 *
 * @param screens work areas of the screens that there are now.
 */
export function placeWindow(
  last: WindowBounds | null,
  screens: readonly Rectangle[],
): Partial<Rectangle> {
  if (!last) return DEFAULT_BOUNDS;
  const { x, y, width, height } = last;
  // The title bar must be reachable: some of it, and its upper edge.
  const isReachable = screens.some(
    (screen) =>
      x + width - 80 > screen.x &&
      x + 80 < screen.x + screen.width &&
      y >= screen.y &&
      y + 40 < screen.y + screen.height,
  );
  return isReachable ? { x, y, width, height } : { width, height };
}
