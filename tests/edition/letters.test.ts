import { expect, test } from 'vitest';
import { roman, romanValue } from '../../src/edition/letters.ts';

test('Roman numerals are read as they are written', () => {
  expect([4, 14, 29, 90, 1936].map(roman)).toEqual(['IV', 'XIV', 'XXIX', 'XC', 'MCMXXXVI']);
  const numbers = Array.from({ length: 3999 }, (_, index) => index + 1);
  expect(numbers.map((number) => romanValue(roman(number)))).toEqual(numbers);
  expect(['xiv', 'none', '12', ''].map(romanValue)).toEqual([14, 0, 0, 0]);
});
