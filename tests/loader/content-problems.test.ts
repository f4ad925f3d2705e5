import { describe, expect, test } from 'vitest';
import { formatProblem, summaryLine } from '../../src/edition/problems.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { fixture, situations, withContent } from './problem-fixtures.ts';

/** The golden files are re-made by `npx vitest run --config tests/vitest.config.ts --update`. */
describe('what the checker says when', async () => {
  for (const situation of await situations('content')) {
    test(situation, async () => {
      const { problems, documents } = await withContent(situation, (folder) => readContent(folder));
      const said = [...problems.map(formatProblem), summaryLine(documents.length, problems), ''];
      await expect(said.join('\n')).toMatchFileSnapshot(fixture('content', situation, 'problems.txt'));
      expect(problems.length).toBeGreaterThan(0);
    });
  }
});
