import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of built sites and in a browser: they take the longest. */
const siteTests = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: ['default', './tests/setup/count-reporter.ts'],
    // Two processors have enough to do while tests of pages wait.
    maxWorkers: 4,
    // Modules are loaded once in a worker: what they hold does not change.
    isolate: false,
    // Programs that are started, builds that are waited for and pages take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // In the order of their names: the longer ones first.
    projects: [
      { extends: true, test: { name: 'site', include: siteTests, globalSetup: 'tests/setup/shared.ts' } },
      { extends: true, test: { name: 'sources', include: ['tests/**/*.test.ts'], exclude: siteTests } },
    ],
  },
});
