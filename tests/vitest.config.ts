import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files of tests that take the longest, which begin first: else one of them would end alone. */
const longest = [
  'tests/tools',
  'browser/search-large',
  'site/reproducible',
  'browser/search-failures',
  'browser/search-page',
  'browser/everyone',
  'browser/search-queries',
  'commands/seal.',
  'integration/build.',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.includes(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: ['default', './tests/setup/count-reporter.ts'],
    // Two processors have enough to do while tests of pages wait.
    maxWorkers: 3,
    // Modules are loaded once in a worker: what they hold does not change.
    isolate: false,
    // Programs that are started, builds that are waited for and pages take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: LongestFirst },
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/setup/shared.ts',
    setupFiles: 'tests/setup/examples.ts',
  },
});
