import { expect, test } from 'vitest';
import type { Results } from '../../src/search/browser/results.ts';
import { countWords } from '../../src/search/browser/views.ts';

const results = { sure: false, exact: Array(1163).fill(0), near: [], checked: 1004, foundExact: [], foundNear: [] };

test('the sentence above the results writes every count alike', () => {
  expect(countWords({ ...results, foundExact: Array(1001).fill({}) } as unknown as Results, 'the')).toBe(
    'At least 1,001 documents for “the”. 1,004 of 1,163 that may answer were looked through.',
  );
});

test.each([
  ['uneasy feeling', '“uneasy feeling”'],
  ['"uneasy feeling"', '"uneasy feeling"'],
  ['„uneasy feeling‟', '„uneasy feeling‟'],
])('that sentence has %s in quotation marks, but not twice', (typed, said) => {
  expect(countWords({ ...results, sure: true, exact: [] } as unknown as Results, typed)).toBe(`No hit for ${said}.`);
});
