/** Ends the tests' report with one line of counts that programs can read. */
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    // A file that does not load, or a set-up that fails, has no test to count.
    const broken = errors.length + modules.filter((module) => module.errors().length > 0).length;
    // After the default reporter's summary, which is written at this same moment.
    process.once('exit', () => {
      console.log(`\n${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`);
    });
  }
}
