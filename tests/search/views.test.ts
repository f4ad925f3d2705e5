import { expect, test } from 'vitest';
import type { Results } from '../../src/search/browser/results.ts';
import { countWords } from '../../src/search/browser/views.ts';

test('the sentence above the results writes every count alike', () => {
  const results = { sure: false, exact: Array(1163).fill(0), near: [], checked: 1004, foundNear: [] };
  expect(countWords({ ...results, foundExact: Array(1001).fill({}) } as unknown as Results, 'the')).toBe(
    'At least 1,001 documents for “the”. 1,004 of 1,163 that may answer were looked through.',
  );
});
