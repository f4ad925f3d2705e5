import { expect, test } from 'vitest';
import { countValues, narrowed, toFacetFile } from '../../src/search/shared/index-files.ts';

const file = toFacetFile([
  { sender: ['Henderson'], place: ['Moscow', 'London', 'London'] },
  { sender: ['Hull'], place: ['London'] },
  { sender: ['Henderson'], place: ['constructor', '__proto__'] },
]);
// As the browser gets it.
const loaded = JSON.parse(JSON.stringify(file)) as typeof file;

test('a value counts the documents that have it, among those that are asked about', () => {
  expect(countValues(loaded, 'sender', [0, 1, 2])).toEqual([
    ['Henderson', 2],
    ['Hull', 1],
  ]);
  expect(countValues(loaded, 'place', [1])).toEqual([['London', 1]]);
  expect(countValues(loaded, 'year', [0, 1, 2])).toEqual([]);
});

test('a document has, of each facet, one of the values that were chosen, or is left out', () => {
  expect(narrowed(loaded, [0, 1, 2], { sender: ['Henderson', 'Hull'], place: ['London'] })).toEqual([0, 1]);
  expect(narrowed(loaded, [0], { sender: ['Henderson'], place: ['London'] })).toEqual([0]);
  expect(narrowed(loaded, [2], { sender: ['Henderson'], place: ['London'] })).toEqual([]);
  expect(narrowed(loaded, [0], { sender: ['Nobody'] })).toEqual([]);
  expect(narrowed(loaded, [0], {})).toEqual([0]);
});

test('a value may have any name', () => {
  expect(narrowed(loaded, [2], { place: ['__proto__'] })).toEqual([2]);
  expect(narrowed(loaded, [0], { place: ['toString'] })).toEqual([]);
});
