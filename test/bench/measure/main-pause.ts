import { stat } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';

interface Sampler {
  longest: number;
  isRunning: boolean;
}

declare global {
  var benchSampler: Sampler | undefined;
}

/** The longest that the rewriting of a large set may take to come, and to end. In milliseconds. */
const WITHIN = 30_000;

/**
 * How long the main process and the window stood still at most, in milliseconds, until the host has
 * rewritten the JSON file of the set that was just edited.
 *
 * @param file the JSON file of the set.
 * @param before when it was written last, in milliseconds since 1970.
 */
export async function measurePauses(
  app: ElectronApplication,
  page: Page,
  file: string,
  before: number,
) {
  await page.evaluate(() => window.bench.startFrames());
  await app.evaluate(() => {
    const sampler: Sampler = { longest: 0, isRunning: true };
    globalThis.benchSampler = sampler;
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      sampler.longest = Math.max(sampler.longest, now - last);
      last = now;
      if (sampler.isRunning) setTimeout(look, 4);
    };
    setTimeout(look, 4);
  });
  const end = Date.now() + WITHIN;
  while ((await stat(file)).mtimeMs === before) {
    if (Date.now() > end) throw new Error(`${file} was not written in ${WITHIN} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 500)); // and what follows the writing
  const main = await app.evaluate(() => {
    const sampler = globalThis.benchSampler;
    if (sampler) sampler.isRunning = false;
    return sampler?.longest ?? Number.NaN;
  });
  const frames = await page.evaluate(() => window.bench.stopFrames());
  return { main, window: Math.max(0, ...frames) };
}
