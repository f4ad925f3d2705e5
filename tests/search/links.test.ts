import { expect, test } from 'vitest';
import { indexedWords, linksIn, linksOf } from '../../src/search/shared/candidates.ts';
import { fromDistances, linkPlace, toLinkFiles } from '../../src/search/shared/index-files.ts';

const keys = (...words: string[]) => linksOf(words);

test('Pagefind is given the words of a text, as often as they occur, and those that fields ask for', () => {
  const passages = [
    { anchor: 'p1', text: 'The press—the Press, the “press”.' },
    { anchor: 'record-from', text: 'Henderson' },
  ];
  expect(indexedWords(passages)).toBe('the the the press press press henderson zqfromhenderson');
});

test('a link is of telling words alone, over the frequent ones between them', () => {
  expect(keys('that', 'on', 'the', 'government', 'of', 'the', 'consul')).toEqual(
    keys('government', 'of', 'the', 'consul'),
  );
  expect(keys('government', 'of', 'the', 'consul')).toHaveLength(1);
  expect(keys('government', 'consul')).not.toEqual(keys('government', 'of', 'the', 'consul'));
  expect(keys('that', 'on', 'the')).toEqual([]);
});

test('no link runs from one passage into the next', () => {
  const passages = [
    { anchor: 'p1', text: 'quiet Moscow' },
    { anchor: 'p2', text: 'Japan answered' },
  ];
  expect(linksIn(passages)).toEqual([...keys('quiet', 'moscow'), ...keys('japan', 'answered')]);
});

test('other forms of two words give the same link, so that near phrases are found', () => {
  expect(keys('uneasy', 'feelings')).toEqual(keys('uneasy', 'feeling'));
  expect(keys('soviet', 'dissension')).toEqual(keys('soviet', 'dissensions'));
  expect(keys('soviet', 'japan')).not.toEqual(keys('soviet', 'japanese'));
});

test('every link of every document is found in the file where it is looked for', () => {
  const documents = Array.from({ length: 30 }, (_, place) =>
    keys(...Array.from({ length: 300 }, (__, at) => `word${(at * (place + 1)) % 97}x`)),
  );
  const files = toLinkFiles(documents);
  expect(files.length).toBeGreaterThan(1);
  documents.forEach((links, place) => {
    for (const link of links) {
      const { file, name } = linkPlace(link, files.length);
      expect(fromDistances(files[file]?.[name] ?? [])).toContain(place);
    }
  });
});
