import { describe, expect, test } from 'vitest';
import { indexedTokens, linksOf, pointsOf, readingsOf, wordsOfDocument } from '../../src/search/shared/candidates.ts';
import {
  fromDistances,
  linkPlace,
  toLinkFiles,
  toWordFiles,
  wordFilesFor,
} from '../../src/search/shared/index-files.ts';
import { piecesOf } from '../../src/search/shared/query.ts';
import { WordList } from '../../src/search/shared/words.ts';

const passage = (text: string, anchor = 'p1') => ({ anchor, text });
const wordsOf = (...passages: ReturnType<typeof passage>[]) => wordsOfDocument(passages, new WordList());
const tokensOf = (...texts: string[]) => indexedTokens(texts.map((text) => wordsOf(passage(text))));

describe('Pagefind is given', () => {
  test('each word of a text as it is printed, the more frequent first', () => {
    expect(tokensOf('A treaty: the treaty, the Treaty')).toEqual(['treatyq treatiz theq aq']);
  });

  test('what the forms of a word have in common, where the word does not say it', () => {
    expect(tokensOf('replied', 'reply', 'Japan')).toEqual(['repliedq repliz', 'replyq repliz', 'japanq']);
    expect(tokensOf('Japan, reply, replied')).toEqual(['repliz japanq replyq repliedq']);
  });

  test('words that read as one with others both ways', () => {
    expect(tokensOf('re-examine')).toEqual(['req reexamineq reexaminz examineq examinz']);
  });

  test('a word of many documents as several, none of which more than five hundred have', () => {
    const tokens = tokensOf(...Array<string>(1001).fill('Japan'));
    const having = (token: string) => tokens.filter((one) => one === token).length;
    expect(['japanq', 'japanqx', 'japanqxx'].map(having)).toEqual([500, 500, 1]);
  });

  test('of lines that only their own field looks in no more than the words of the summary', () => {
    expect(indexedTokens([wordsOf(passage('telegram', 'record-kind'), passage('Mutiny', 'record-summary'))])).toEqual([
      'mutinyj',
    ]);
  });
});

test('a document is the more about a word, the nearer that stands to its front, and the fewer have it', () => {
  expect(pointsOf(3, 20, 500)).toBeGreaterThan(pointsOf(4, 20, 500));
  expect(pointsOf(3, 20, 500)).toBeGreaterThan(pointsOf(3, 21, 500));
  expect(pointsOf(900, 500, 500)).toBeGreaterThan(0);
});

describe('a link', () => {
  test('is of telling words alone, over the frequent ones between them', () => {
    const row = ['that', 'on', 'the', 'government', 'of', 'the', 'consul'];
    expect(linksOf(row)).toEqual(linksOf(['government', 'of', 'the', 'consul']));
    expect(linksOf(row)).toHaveLength(1);
    expect(linksOf(row)).not.toEqual(linksOf(['government', 'consul']));
    expect(linksOf(['that', 'on', 'the'])).toEqual([]);
  });

  test('does not run from one passage into the next', () => {
    const { links } = wordsOf(passage('quiet Moscow'), passage('Japan answered', 'p2'));
    expect(links).toEqual([...linksOf(['quiet', 'moscow']), ...linksOf(['japan', 'answered'])]);
  });

  test.each([
    ['the U.S.S.R. non-aggression pact', ['ussr', 'non', 'aggression', 'pact']],
    ['the U. S. S. R. non-aggression pact', ['u', 's', 's', 'r', 'nonaggression', 'pact']],
    ['about 1,000,000 yen', ['about', '1000000', 'yen']],
    ['a by-pass road', ['bypass', 'road']],
    ['warned its [their] Government', ['warned', 'its', 'government']],
    ['warned its [their] Government', ['warned', 'its', 'their', 'government']],
  ])('is indexed in every reading: %s', (text, row) => {
    const { links } = wordsOf(passage(text));
    expect(linksOf(row).filter((link) => !links.includes(link))).toEqual([]);
    expect(linksOf(row).length).toBeGreaterThan(0);
  });
});

test('what was typed is read apart and as one', () => {
  const rows = (typed: string) => readingsOf(piecesOf(typed)).map((row) => row.map(({ folded }) => folded).join(' '));
  expect(rows('U.S.S.R. policy')).toEqual(['u s s r policy', 'ussr policy']);
  expect(rows('uneasy feeling')).toEqual(['uneasy feeling']);
  expect(rows('its [their] Government')).toEqual(['its their government']);
});

test('every link of every document is found in the file where it is looked for', () => {
  const documents = Array.from({ length: 30 }, (_, place) =>
    linksOf(Array.from({ length: 300 }, (__, at) => `word${(at * (place + 1)) % 97}x`)),
  );
  const files = toLinkFiles(documents).map((make) => make());
  expect(files.length).toBeGreaterThan(1);
  documents.forEach((links, place) => {
    for (const link of links) {
      const { file, row } = linkPlace(link, files.length);
      expect(fromDistances(files[file]?.[row] ?? [])).toContain(place);
    }
  });
});

test('every word is in one of the files that are asked for its beginning', () => {
  const words = Array.from({ length: 6000 }, (_, at) => at.toString(36).padStart(4, 'a')).sort();
  const files = toWordFiles(words);
  const firsts = files.map(([first = '']) => first);
  for (const word of words.filter((_, at) => at % 97 === 0)) {
    for (const beginning of [word, word.slice(0, 2), '']) {
      const found = wordFilesFor(beginning, firsts).flatMap((file) => files[file] ?? []);
      expect(found.filter((one) => one.startsWith(beginning))).toEqual(
        words.filter((one) => one.startsWith(beginning)),
      );
    }
  }
});
