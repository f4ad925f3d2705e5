import { expect, test } from 'vitest';
import { linksIn, linksOf, planCandidates } from '../../src/search/shared/candidates.ts';
import { parseQuery } from '../../src/search/shared/query.ts';

const planned = (typed: string) => planCandidates(parseQuery(typed));
const link = (...words: string[]) => linksOf(words)[0];

test('each word is a search of its own, phrases are sought by their links, the most telling first', () => {
  expect(planned('"the uneasy feeling now felt" Comintern Japan')).toEqual({
    words: ['comintern', 'japan'],
    searches: [],
    links: [link('uneasy', 'feeling'), link('feeling', 'now'), link('now', 'felt')],
    first: [
      [
        link('comintern', 'japan'),
        link('uneasy', 'feeling'),
        link('felt', 'comintern'),
        link('feeling', 'now'),
        link('now', 'felt'),
      ],
    ],
  });
});

test('a phrase that has no two telling words is sought by the one it has, or by the frequent ones', () => {
  expect(planned('"that on the outbreak"')).toEqual({
    words: [],
    searches: ['"outbreak"'],
    links: [],
    first: [],
  });
  expect(planned('"of the"').searches).toEqual(['"of"', '"the"']);
});

test('every link that is asked for is in the index of a text that has the phrase', () => {
  const text = 'an uneasy feeling — that on the outbreak of Soviet-Japanese hostilities at 2:55';
  const links = new Set(linksIn([{ anchor: 'p1', text }]));
  for (const typed of ['"feeling that on the outbreak"', '"Soviet Japanese hostilities at 2 55"']) {
    const asked = planned(typed).links;
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => !links.has(one))).toEqual([]);
  }
});

test('words with a hyphen are loose, and come first where they stand together', () => {
  expect(planned('Soviet-Japanese border')).toMatchObject({
    words: ['soviet', 'japanese', 'border'],
    links: [],
    first: [[link('soviet', 'japanese'), link('japanese', 'border')], [link('soviet', 'japanese')]],
  });
});

test('a word is sought in its forms, and by its beginning only if it has none', () => {
  expect(planned('Comin')).toEqual({ words: ['comin'], searches: [], links: [], first: [] });
});

test('words that are everywhere are not asked for beside others', () => {
  expect(planned('the outbreak of war').words).toEqual(['outbreak', 'war']);
  expect(planned('of the').words).toEqual(['of', 'the']);
});

test('fields ask for words that no reader types', () => {
  expect(planned('from:Henderson tel:39 file:761.93').searches).toEqual([
    'zqfromhenderson',
    '"zqtel39"',
    'zqfile76193',
  ]);
  expect(planned('year:1934-1936').searches).toEqual(['zqyear193']);
});

test('what is excluded is not asked for', () => {
  expect(planned('Pravda -Comintern').words).toEqual(['pravda']);
});
