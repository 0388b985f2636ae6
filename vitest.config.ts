import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __GLOSSATOR_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    // Tests in a real window are Playwright's: test/e2e/*.spec.ts.
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    // Some tests write thousands of durable files; a busy machine must not fail them.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A test that forgets to clean up a stub must not break another.
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
