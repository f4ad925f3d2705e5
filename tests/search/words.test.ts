import { describe, expect, test } from 'vitest';
import { compareWords, wordsIn } from '../../src/search/shared/words.ts';

const folded = (text: string) => wordsIn(text).map((word) => word.folded);

describe('words', () => {
  test.each([
    ['Soviet-Japanese', ['soviet', 'japanese']],
    ['31—2:55 p.m.', ['31', '2', '55', 'p', 'm']],
    ['761.9315 Manchuria/35', ['761', '9315', 'manchuria', '35']],
    ['[to support such attacks.]', ['to', 'support', 'such', 'attacks']],
    ['Chargé', ['charge']],
    ['Charge\u0301', ['charge']],
    ['the Government’s', ['the', 'government', 's']],
    ['— . . . —', []],
  ])('of “%s” are runs of letters and figures, without accents', (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  test('keep their place in the text', () => {
    const text = 'the Chargé—here';
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['the', 'Chargé', 'here']);
  });
});

describe('a word compared with another', () => {
  test.each([
    ['desertion', 'deserters'],
    ['attack', 'attacks'],
    ['feeling', 'feel'],
    ['minimize', 'minimizing'],
    ['commun', 'communism'],
    ['government', 'governmental'],
    ['policy', 'policies'],
  ])('is near where it is another form or begins alike: %s, %s', (asked, found) => {
    expect(compareWords(asked, found)).toBe('near');
  });

  test.each([
    ['commissioned', 'commissar'],
    ['litvinof', 'litvinov'],
    ['3', '35'],
    ['29', '29th'],
    ['on', 'one'],
    ['german', 'japanese'],
  ])('is not near where it merely looks alike: %s, %s', (asked, found) => {
    expect(compareWords(asked, found)).toBeUndefined();
  });
});
