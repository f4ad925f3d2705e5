import { expect, test } from 'vitest';
import { problemIn } from '../../src/edition/problems.ts';
import { problemPage, problemsOfPage } from '../../src/integration/dev-answers.ts';
import type { Content } from '../../src/loader/read-content.ts';

const at = { line: 3, column: 1 };
const problem = (file: string) =>
  problemIn(file, 'mark-unknown', at)`
    a mark
    <Sik>
    Did you mean <Sic>?`;
const problems = [
  'content/documents/a-1936-1.mdx',
  'content/documents/frus1936v03/b-1936-1.mdx',
  'content/edition.yaml',
].map(problem);
const reader = { folder: '/somewhere/content', content: () => ({ problems }) as unknown as Content };
const files = (path: string): string[] => problemsOfPage(reader, path).map(({ file }) => file);

test('the page of a document shows its own problems and those of the edition', () => {
  expect(files('/documents/a-1936-1/')).toEqual(['content/documents/a-1936-1.mdx', 'content/edition.yaml']);
  expect(files('/documents/b-1936-1/')).toEqual(['content/documents/frus1936v03/b-1936-1.mdx', 'content/edition.yaml']);
});

test('a file beside the page of a document says the same problems', () => {
  expect(files('/documents/a-1936-1.txt')).toEqual(files('/documents/a-1936-1/'));
  expect(files('/documents/a-1936-1.csl.json')).toEqual(files('/documents/a-1936-1/'));
});

test('any other page shows those of the edition alone', () => {
  expect(files('/')).toEqual(['content/edition.yaml']);
  expect(files('/documents/')).toEqual(['content/edition.yaml']);
});

test('the words of a problem are text, not markup', () => {
  expect(problemPage(problems)).toContain('<title>3 problems</title>');
  expect(problemPage(problems)).toContain('found:    &lt;Sik&gt;');
});
