import { expect, test } from 'vitest';
import { candidateSearches } from '../../src/search/candidates.ts';
import { parseQuery } from '../../src/search/query.ts';

const planned = (typed: string) => candidateSearches(parseQuery(typed));

test('each phrase is a search of its own, all other words are one', () => {
  expect(planned('"uneasy feeling" Comintern Japan "near future"')).toEqual({
    all: ['"uneasy feeling"', '"near future"', 'comintern japan'],
    insteadOf: {},
    first: ['"uneasy feeling comintern japan near future"'],
  });
});

test('one word is sought in its forms, and by its beginning only if it has none', () => {
  expect(planned('Comin')).toEqual({
    all: ['"comin"', 'comin'],
    insteadOf: { '"comin"': 'comin' },
    first: [],
  });
});

test('words that are everywhere are not asked for beside others', () => {
  expect(planned('the outbreak of war').all).toEqual(['outbreak war']);
  expect(planned('of the').all).toEqual(['of the']);
});

test('fields ask for words that no reader types', () => {
  expect(planned('from:Henderson tel:39 file:761.93').all).toEqual([
    '"zqtel39"',
    'zqfromhenderson zqfile76193',
  ]);
  expect(planned('year:1934-1936').all).toEqual(['zqyear193']);
});

test('what is excluded is not asked for', () => {
  expect(planned('Pravda -Comintern').all).toEqual(['"pravda"', 'pravda']);
});
