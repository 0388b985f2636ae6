import type { ElectronApplication, Page } from '@playwright/test';

/**
 * How long the main process and the window stood still at most, in milliseconds, in the time in which
 * the host rewrites the JSON file of the set that was just edited.
 */
export async function measurePauses(app: ElectronApplication, page: Page, during: number) {
  await page.evaluate(() => window.bench.startFrames());
  const inMain = await app.evaluate(async (_electron, ms) => {
    const start = performance.now();
    let last = start;
    let longest = 0;
    while (last - start < ms) {
      await new Promise((resolve) => setTimeout(resolve, 4));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  }, during);
  const frames = await page.evaluate(() => window.bench.stopFrames());
  return { main: inMain, window: Math.max(0, ...frames) };
}
