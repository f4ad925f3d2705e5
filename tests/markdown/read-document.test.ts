import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/markdown/read-document.ts';
import { outline } from './outline.ts';

const root = fileURLToPath(new URL('../fixtures/documents', import.meta.url));

/** The golden files are re-made by `npx vitest run --config tests/vitest.config.ts --update`. */
describe('the tree of', async () => {
  for (const situation of (await readdir(root)).sort()) {
    const input = await readFile(`${root}/${situation}/input.mdx`, 'utf8');
    test(situation, async () => {
      const read = readDocument(input);
      expect(read.messages).toEqual([]);
      await expect(outline(read)).toMatchFileSnapshot(`${root}/${situation}/tree.txt`);
    });
    test(`${situation}, with Windows line ends and a byte-order mark`, () => {
      const changed = readDocument(`\uFEFF${input.replaceAll('\n', '\r\n')}`);
      expect(outline(changed)).toBe(outline(readDocument(input)));
    });
  }
});

test('the frontmatter is given with the line in which it begins', () => {
  const { frontmatter } = readDocument('---\nkind: telegram\nsummary: x\n---\n\n# A\n\nb\n');
  expect(frontmatter).toEqual({ text: 'kind: telegram\nsummary: x\n', firstLine: 2 });
});

test('a line of three hyphens inside a value does not end the record when it is indented', () => {
  const { frontmatter } = readDocument('---\nsummary: |\n  a\n  ---\n  b\n---\n\n# A\n\nb\n');
  expect(frontmatter?.text).toBe('summary: |\n  a\n  ---\n  b\n');
});
