import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/edition/problems.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { fixture, situations } from '../loader/problem-fixtures.ts';

const said = (text: string): string =>
  readDocument(text)
    .messages.map((problem) => `${formatProblem({ file: 'input.mdx', ...problem })}\n`)
    .join('');

/** The golden files are re-made by `npx vitest run --config tests/vitest.config.ts --update`. */
describe('what the reader says when the text has', async () => {
  for (const situation of await situations('text')) {
    const input = await readFile(fixture('text', situation, 'input.mdx'), 'utf8');
    test(situation, async () => {
      expect(said(input)).not.toBe('');
      await expect(said(input)).toMatchFileSnapshot(fixture('text', situation, 'problems.txt'));
    });
    test(`${situation}, with Windows line ends and a byte-order mark`, () => {
      expect(said(`\uFEFF${input.replaceAll('\n', '\r\n')}`)).toBe(said(input));
    });
  }
});
