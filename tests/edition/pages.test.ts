import { expect, test } from 'vitest';
import { slug } from '../../src/edition/letters.ts';
import { filingLetter, pagesOf, registerListPages } from '../../src/edition/pages.ts';
import { completeEntry } from '../../src/schema/register.ts';

test('a list is cut into pages of which the first keeps its address', () => {
  const pages = pagesOf(['a', 'b', 'c'], 2, 'persons/', (item) => item);
  expect(pages.map(({ path, items }) => [path, items])).toEqual([
    ['persons/', ['a', 'b']],
    ['persons/page-2/', ['c']],
  ]);
  expect(pages[1]?.pages?.all.map(({ from }) => from)).toEqual(['a', 'c']);
});

test('an empty list has one page', () => {
  expect(pagesOf([], 2, '', String)).toEqual([{ items: [], path: '', pages: undefined }]);
});

test('a letter that Unicode does not divide is filed under the one it grew from', () => {
  const names = ['Øverland', 'Łódź', 'Ægidius', 'œuvre', 'ßeta', 'Þór', 'Đặng', 'Élysée', 'Ångström', 'Harbin', '満洲'];
  expect(names.map(filingLetter)).toEqual(['O', 'L', 'A', 'O', 'S', 'T', 'D', 'E', 'A', 'H', 'other']);
  expect(slug('Øst-Łódź & Cie')).toBe('ost-lodz-cie');
});

test('a long register goes by letters, whose entries stand with their neighbours', () => {
  const names = ['Øverland', 'Okada', 'Ozawa', 'Łódź', 'Lytton'];
  const entries = names.map((name, index) =>
    completeEntry('persons', `p${index}`, { name, summary: name, statements: [], authorities: [] }),
  );
  const [first, ...letters] = registerListPages(entries, 4);
  expect(first?.sections[0]?.letters.map(({ letter, count }) => [letter, count])).toEqual([
    ['L', 2],
    ['O', 3],
  ]);
  expect(letters.map(({ sections }) => sections[0]?.entries.map(({ name }) => name))).toEqual([
    ['Łódź', 'Lytton'],
    ['Okada', 'Øverland', 'Ozawa'],
  ]);
});
