import { expect, test } from 'vitest';
import { FacetIndex } from '../../src/search/shared/facets.ts';
import { toFacetFile } from '../../src/search/shared/index-files.ts';

const file = toFacetFile([
  { sender: ['Henderson'], place: ['Moscow', 'London', 'London'] },
  { sender: ['Hull'], place: ['London'] },
  { sender: ['Henderson'], place: ['constructor', '__proto__'] },
]);
// As the browser gets it.
const index = new FacetIndex(JSON.parse(JSON.stringify(file)) as typeof file);

test('a value counts the documents that have it, among those that are asked about', () => {
  expect(index.counts('sender', [0, 1, 2])).toEqual([
    ['Henderson', 2],
    ['Hull', 1],
  ]);
  expect(index.counts('place', [1])).toEqual([['London', 1]]);
  expect(index.counts('year', [0, 1, 2])).toEqual([]);
});

test('a document has all values that were chosen, or is left out', () => {
  expect(index.has(0, { sender: 'Henderson', place: 'London' })).toBe(true);
  expect(index.has(2, { sender: 'Henderson', place: 'London' })).toBe(false);
  expect(index.has(0, { sender: 'Nobody' })).toBe(false);
  expect(index.has(0, {})).toBe(true);
});

test('a value may have any name', () => {
  expect(index.has(2, { place: '__proto__' })).toBe(true);
  expect(index.has(0, { place: 'toString' })).toBe(false);
});
