import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 1_800_000,
  retries: 0,
  outputDir: '../../test-results/bench',
  reporter: [['line']],
});
