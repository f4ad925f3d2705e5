import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that need the built site; the others need nothing but the sources. */
const siteTests = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: ['default', './tests/setup/count-reporter.ts'],
    // Vitest leaves one processor idle; the browser and the builds use what is left of both.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'sources',
          include: ['tests/**/*.test.ts'],
          exclude: siteTests,
          // Some start whole programs, which takes its time on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: siteTests,
          globalSetup: 'tests/setup/published-site.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
