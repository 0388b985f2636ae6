import type { CDPSession, Page } from '@playwright/test';
import { median, quantile } from './figures.ts';

const STEPS = 60;
const STEP_MS = 33;
const STEP_PIXELS = 120;

/** The 95th percentile of the frame times over sixty steps of the wheel, in milliseconds. */
export async function measureScroll(page: Page, cdp: CDPSession): Promise<number> {
  const { x, y } = await middleOfText(page);
  await page.evaluate(() => window.bench.startFrames());
  const start = Date.now();
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < STEPS; i++) {
    await page.waitForTimeout(Math.max(0, start + i * STEP_MS - Date.now()));
    const wheel = { type: 'mouseWheel' as const, x, y, deltaX: 0, deltaY: STEP_PIXELS };
    sent.push(cdp.send('Input.dispatchMouseEvent', wheel));
  }
  await Promise.all(sent);
  const frames = await page.evaluate(async () => {
    await window.bench.frame();
    return window.bench.stopFrames();
  });
  return quantile(frames, 0.95);
}

/** Milliseconds from a jump of the scroll bar to the frame that shows spans there; the median of five. */
export async function measureJumps(page: Page): Promise<number> {
  const times: number[] = [];
  for (const part of [0.5, 0.9, 0.2, 0.75, 0.05]) {
    const time = await page.evaluate(async (to) => {
      const scroller = document.querySelector('.cm-scroller');
      if (!scroller) throw new Error('there is no text');
      const hasChips = () => {
        const pane = scroller.getBoundingClientRect();
        return [...scroller.querySelectorAll('button[data-span]')].some((chip) => {
          const box = chip.getBoundingClientRect();
          return box.top > pane.top && box.bottom < pane.bottom;
        });
      };
      await window.bench.frame();
      const start = performance.now();
      scroller.scrollTop = to * scroller.scrollHeight;
      do await window.bench.frame();
      while (!hasChips());
      const end = performance.now();
      await window.bench.settle(end, 300);
      return end - start;
    }, part);
    times.push(time);
  }
  return median(times);
}

/** The 95th percentile of the frame times over two seconds in which nothing happens: what the machine gives. */
export async function measureIdle(page: Page): Promise<number> {
  await page.evaluate(() => window.bench.startFrames());
  await page.waitForTimeout(STEPS * STEP_MS);
  return quantile(await page.evaluate(() => window.bench.stopFrames()), 0.95);
}

function middleOfText(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const box = document.querySelector('.cm-scroller')?.getBoundingClientRect();
    if (!box) throw new Error('there is no text');
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  });
}
