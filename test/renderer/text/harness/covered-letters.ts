import type { Page } from '@playwright/test';

/** Names of the chips and labels that lie over letters of the text. */
export function coveredLetters(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const content = document.querySelector('.cm-content');
    const style = content ? getComputedStyle(content) : undefined;
    const canvas = document.createElement('canvas').getContext('2d');
    if (!content || !style || !canvas) return ['no text'];
    canvas.font = `${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent, actualBoundingBoxAscent } = canvas.measureText('bdfhkl');
    const letters: { left: number; right: number; top: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top } of range.getClientRects()) {
        const baseline = top + fontBoundingBoxAscent;
        letters.push({ left, right, top: baseline - actualBoundingBoxAscent, bottom: baseline });
      }
    }
    return [...document.querySelectorAll('button[data-span], button[data-relation]')].flatMap(
      (button) => {
        const box = button.getBoundingClientRect();
        const isOver = letters.some(
          (l) =>
            l.left < box.right &&
            box.left < l.right &&
            l.top < box.bottom - 1 &&
            box.top < l.bottom,
        );
        return isOver ? [button.getAttribute('aria-label') ?? button.textContent] : [];
      },
    );
  });
}
