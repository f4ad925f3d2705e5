import { describe, expect, test } from 'vitest';
import { formatProblem, summaryLine } from '../../src/edition/problems.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { fixture, situations, withContent } from './problem-fixtures.ts';

/** The golden files are re-made by `npx vitest run --config tests/vitest.config.ts --update`. */
describe('what the checker says when', async () => {
  for (const situation of await situations('content')) {
    test(situation, async () => {
      const { problems, warnings, documents } = await withContent(situation, (folder) => readContent(folder));
      const found = [...warnings, ...problems].map(formatProblem);
      const said = [...found, summaryLine(documents.length, problems, warnings.length), ''];
      await expect(said.join('\n')).toMatchFileSnapshot(fixture('content', situation, 'problems.txt'));
      expect(found.length).toBeGreaterThan(0);
    });
  }
});
