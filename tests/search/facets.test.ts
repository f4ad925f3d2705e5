import { expect, test } from 'vitest';
import { countValues, placesWith, toColumn } from '../../src/search/shared/index-files.ts';

const column = toColumn([['Moscow', 'London'], ['London'], ['constructor', '__proto__']]);
// As the browser gets it.
const loaded = JSON.parse(JSON.stringify(column)) as typeof column;

test('a value counts the documents that have it, among those that are asked about', () => {
  expect(countValues(loaded, [0, 1, 2])).toEqual([
    ['Moscow', 1],
    ['London', 2],
    ['constructor', 1],
    ['__proto__', 1],
  ]);
  expect(countValues(loaded, [1])).toEqual([['London', 1]]);
});

test('the documents are found that have one of the values wanted', () => {
  const having = (...values: string[]) => [...placesWith(loaded, (value) => values.includes(value))];
  expect(having('London')).toEqual([0, 1]);
  expect(having('Moscow', 'London')).toEqual([0, 1]);
  expect(having('Nobody')).toEqual([]);
});

test('a value may have any name', () => {
  expect([...placesWith(loaded, (value) => value === '__proto__')]).toEqual([2]);
  expect([...placesWith(loaded, (value) => value === 'toString')]).toEqual([]);
});
