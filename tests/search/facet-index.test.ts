import { expect, test } from 'vitest';
import { FacetIndex, toFacetFile } from '../../src/search/facet-index.ts';

const file = toFacetFile([
  { id: 'a', filters: { sender: ['Henderson'], place: ['Moscow', 'London', 'London'] } },
  { id: 'b', filters: { sender: ['Hull'], place: ['London'] } },
  { id: 'c', filters: { sender: ['Henderson'], place: ['constructor', '__proto__'] } },
]);
// As the browser gets it.
const index = new FacetIndex(JSON.parse(JSON.stringify(file)) as typeof file);

test('a value counts the documents that have it, among those that are asked about', () => {
  expect(index.counts('sender', ['a', 'b', 'c'])).toEqual([
    ['Henderson', 2],
    ['Hull', 1],
  ]);
  expect(index.counts('place', ['b'])).toEqual([['London', 1]]);
  expect(index.counts('year', ['a', 'b', 'c'])).toEqual([]);
});

test('a document has all values that were chosen, or is left out', () => {
  expect(index.has('a', { sender: 'Henderson', place: 'London' })).toBe(true);
  expect(index.has('c', { sender: 'Henderson', place: 'London' })).toBe(false);
  expect(index.has('a', { sender: 'Nobody' })).toBe(false);
  expect(index.has('a', {})).toBe(true);
});

test('a value may have any name', () => {
  expect(index.has('c', { place: '__proto__' })).toBe(true);
  expect(index.has('a', { place: 'toString' })).toBe(false);
});

test('documents are compared by time', () => {
  expect(['c', 'a', 'b'].sort((one, other) => index.inTime(one, other))).toEqual(['a', 'b', 'c']);
});
