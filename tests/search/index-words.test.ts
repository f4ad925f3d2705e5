import { expect, test } from 'vitest';
import { indexWords, linksOf } from '../../src/search/index-words.ts';

const links = (...words: string[]) => linksOf(words).map(({ word }) => word);

test('a text is known by its words, as often as they occur, and by its links, once', () => {
  const text = 'The press—the Press, the “press”.';
  expect(indexWords([{ anchor: 'p1', text }])).toEqual([
    'the',
    'the',
    'the',
    'press',
    'press',
    'press',
    'zpthzqpress',
    'zppresszqth',
    'zppresszqthzqpress',
  ]);
});

test('no link runs from one passage into the next', () => {
  const passages = [
    { anchor: 'p1', text: 'in Moscow' },
    { anchor: 'p2', text: 'Japan answered' },
  ];
  expect(indexWords(passages).filter((word) => word.startsWith('zp'))).toEqual(['zpinzqmoscow', 'zpjapanzqanswer']);
});

test('other forms of two words give the same link, so that near phrases are found', () => {
  expect(links('uneasy', 'feelings')).toEqual(links('uneasy', 'feeling'));
  expect(links('soviet', 'dissension')).toEqual(links('soviet', 'dissensions'));
  expect(links('soviet', 'japan')).not.toEqual(links('soviet', 'japanese'));
});

test('telling words are linked over the frequent ones between them', () => {
  expect(links('that', 'on', 'the', 'government', 'of', 'the', 'consul')).toEqual([
    'zpthatzqon',
    'zponzqth',
    'zpthzqgovern',
    'zpgovernzqof',
    'zpofzqth',
    'zpthzqconsul',
    'zpgovernzqofzqthzqconsul',
  ]);
});
