import { expect, test } from 'vitest';
import { candidateSearches } from '../../src/search/candidates.ts';
import { indexWords } from '../../src/search/index-words.ts';
import { parseQuery } from '../../src/search/query.ts';

const planned = (typed: string) => candidateSearches(parseQuery(typed));

test('each word is a search of its own, phrases are sought by their links, the most telling first', () => {
  expect(planned('"the uneasy feeling" Comintern Japan')).toEqual({
    all: ['"comintern"', '"japan"'],
    insteadOf: { '"comintern"': 'comintern', '"japan"': 'japan' },
    narrowing: ['"zpuneasizqfeel"', '"zpthzquneasi"'],
    first: [['"zpfeelzqcomintern"', '"zpcominternzqjapan"', '"zpuneasizqfeel"', '"zpthzquneasi"']],
  });
});

test('where there are only phrases, their most telling link is asked for at once', () => {
  expect(planned('"that on the outbreak"')).toEqual({
    all: ['"zpthzqoutbreak"'],
    insteadOf: {},
    narrowing: ['"zpthatzqon"', '"zponzqth"'],
    first: [],
  });
});

test('every link that is asked for is in the index of a text that has the phrase', () => {
  const text = 'an uneasy feeling — that on the outbreak of Soviet-Japanese hostilities at 2:55';
  const words = new Set(indexWords([{ anchor: 'p1', text }]).map((word) => `"${word}"`));
  for (const typed of ['"feeling that on the outbreak"', '"Soviet Japanese hostilities at 2 55"']) {
    const { all, narrowing } = planned(typed);
    expect([...all, ...narrowing].filter((search) => !words.has(search))).toEqual([]);
  }
});

test('words with a hyphen are loose, and come first where they stand together', () => {
  expect(planned('Soviet-Japanese border')).toMatchObject({
    all: ['"soviet"', '"japanese"', '"border"'],
    narrowing: [],
    first: [['"zpsovietzqjapanes"', '"zpjapaneszqborder"'], ['"zpsovietzqjapanes"']],
  });
});

test('a word is sought in its forms, and by its beginning only if it has none', () => {
  expect(planned('Comin')).toEqual({
    all: ['"comin"'],
    insteadOf: { '"comin"': 'comin' },
    narrowing: [],
    first: [],
  });
});

test('words that are everywhere are not asked for beside others', () => {
  expect(planned('the outbreak of war').all).toEqual(['"outbreak"', '"war"']);
  expect(planned('of the').all).toEqual(['"of"', '"the"']);
});

test('fields ask for words that no reader types', () => {
  expect(planned('from:Henderson tel:39 file:761.93').all).toEqual(['"zqtel39"', 'zqfromhenderson', 'zqfile76193']);
  expect(planned('year:1934-1936').all).toEqual(['zqyear193']);
});

test('what is excluded is not asked for', () => {
  expect(planned('Pravda -Comintern').all).toEqual(['"pravda"']);
});
