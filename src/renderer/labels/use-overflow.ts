import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Hides the children that do not fit into a box that wraps and does not scroll: those that start
 * below its lower edge. The box must be positioned, so that its children's offsets count from it. Hidden ones keep their place, so that nothing jumps, and take no focus.
 * @param content whatever the children are made of; measured again when it changes.
 * @returns how many are hidden.
 */
export function useOverflow(box: RefObject<HTMLElement | null>, content: unknown): number {
  const [hidden, setHidden] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content, other measures.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const bottom = element.clientHeight;
      let count = 0;
      const below = [...element.children].map(
        (child) => child instanceof HTMLElement && child.offsetTop >= bottom,
      );
      for (const [i, child] of [...element.children].entries()) {
        if (!(child instanceof HTMLElement)) continue;
        const isBelow = below[i] ?? false;
        if (isBelow) count++;
        child.style.visibility = isBelow ? 'hidden' : '';
      }
      setHidden(count);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box, content]);
  return hidden;
}
