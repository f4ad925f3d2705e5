import { expect, test } from 'vitest';
import { formatProblem, problemIn, sortedProblems, summaryLine } from '../../src/edition/problems.ts';
import { nearestName } from '../../src/edition/nearest-name.ts';

const problem = (file: string, line: number, column: number) =>
  problemIn(file, 'tab', { line, column })`
    spaces between words
    a tab
    Write a space.`;

test('a problem says file, line, column and code, then what was expected, found, and how to mend it', () => {
  expect(formatProblem(problem('content/documents/x.mdx', 3, 7))).toBe(
    [
      'content/documents/x.mdx:3:7 tab',
      '  expected: spaces between words',
      '  found:    a tab',
      '  to mend:  Write a space.',
    ].join('\n'),
  );
});

test('problems are sorted by file, line and column, and said once', () => {
  const sorted = sortedProblems([problem('b', 1, 1), problem('a', 10, 1), problem('a', 2, 9), problem('a', 2, 9)]);
  expect(sorted.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(['a:2:9', 'a:10:1', 'b:1:1']);
});

test('the summary counts in words that agree', () => {
  expect(summaryLine(1, [])).toBe('1 document, no problems.');
  expect(summaryLine(1163, [])).toBe('1,163 documents, no problems.');
  expect(summaryLine(1, [problem('a', 1, 1)])).toBe('1 problem in 1 file.');
  expect(summaryLine(3, [problem('a', 1, 1), problem('b', 1, 1)])).toBe('2 problems in 2 files.');
});

test('a misspelt name is recognised, a different one is not', () => {
  expect(nearestName('dateRecieved', ['dateSent', 'dateReceived'])).toBe('dateReceived');
  expect(nearestName('sic', ['Sic', 'Supplied'])).toBe('Sic');
  expect(nearestName('Adá Brown', ['gray-edmund', 'brown-ada'])).toBe('brown-ada');
  expect(nearestName('moscwo', ['moscow', 'london'])).toBe('moscow');
  expect(nearestName('henderson', ['hull', 'litvinov'])).toBeUndefined();
  expect(nearestName('peking', ['packing'])).toBe('packing');
  expect(nearestName('peking', ['packing'], 1)).toBeUndefined();
});
