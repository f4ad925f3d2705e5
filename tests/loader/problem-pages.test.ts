import { expect, test } from 'vitest';
import { messageAt, type Problem } from '../../src/edition/problems.ts';
import { problemPage, problemsOfPage } from '../../src/loader/problem-pages.ts';

const at = { line: 3, column: 1 };
const problem = (file: string): Problem => ({
  file,
  ...messageAt(at, 'mark-unknown', { expected: 'one of the marks', actual: '<Sik>', mend: 'Write <Sic>.' }),
});
const problems = ['content/documents/a-1936-1.mdx', 'content/documents/b-1936-1.mdx', 'content/edition.yaml'].map(
  problem,
);
const files = (path: string): string[] => problemsOfPage(problems, 'content', path).map(({ file }) => file);

test('the page of a document shows its own problems and those of the edition', () => {
  expect(files('/documents/a-1936-1/')).toEqual(['content/documents/a-1936-1.mdx', 'content/edition.yaml']);
});

test('any other page shows those of the edition alone', () => {
  expect(files('/')).toEqual(['content/edition.yaml']);
  expect(files('/documents/')).toEqual(['content/edition.yaml']);
});

test('the words of a problem are text, not markup', () => {
  expect(problemPage(problems)).toContain('<title>3 problems</title>');
  expect(problemPage(problems)).toContain('found:    &#60;Sik&#62;');
});
