import { describe, expect, test } from 'vitest';
import { compareWords } from '../../src/search/shared/match.ts';
import { WordList, wordsIn } from '../../src/search/shared/words.ts';

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
    ['S[umner] W[elles], addition[al]', ['sumner', 'welles', 'additional']],
    ['it [sic] 4[48]', ['it', 'sic', '4', '48']],
    ['Łódź Straße Æthelred Ærø ﬂeet', ['lodz', 'strasse', 'aethelred', 'aero', 'fleet']],
    ['761.93/35½', ['761', '93', '35', '1', '2']],
    ['Man\u00ADchu\u200Bria', ['manchuria']],
    ['満洲事件', ['満', '洲', '事', '件']],
  ])('of “%s” are runs of letters and figures, without accents', (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  test('keep their place in the text', () => {
    const text = 'the Chargé—here';
    expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['the', 'Chargé', 'here']);
  });
});

describe('words read as one with those after them', () => {
  const joined = (text: string) => wordsIn(text).flatMap((word) => word.joined?.folded ?? []);
  test.each([
    ['U.S.S.R. and U. S. S. R.', ['ussr', 'ussr']],
    ['Mr. J. W. Smith', []],
    ['1,000,000, 1,000 and 12,50', ['1000000', '1000']],
    ['re-examine, co-operation', ['reexamine', 'cooperation']],
    ["Ch’ang and O'Neill, the Government’s", ['chang', 'oneill']],
    ["Ch’en P’u-yi, I’m, don't, they’d, we’ll, you’re, I’ve", ['chen', 'pu', 'uyi']],
    ['31—2:55', []],
  ])('%s', (text, expected) => {
    expect(joined(text)).toEqual(expected);
  });
});

test('words are listed once, in their order, with the capitals that they never lack', () => {
  const list = new WordList();
  const text = 'Litvinov said the Litvinov said; The Chargé MacMurray, MANCHURIA';
  list.add(text, wordsIn(text));
  expect(list.inOrder()).toEqual(['charge', 'Litvinov', 'MacMurray', 'manchuria', 'said', 'the']);
});

describe('a word compared with another', () => {
  const compare = (asked: string, found: string, begins = false) => compareWords({ folded: asked, begins }, found);

  test.each([
    ['desertion', 'deserters'],
    ['attack', 'attacks'],
    ['feeling', 'feel'],
    ['minimize', 'minimizing'],
    ['policy', 'policies'],
    ['reply', 'replied'],
    ['occupy', 'occupied'],
    ['agreed', 'agree'],
    ['refuse', 'refusal'],
  ])('is near where it is another form: %s, %s', (asked, found) => {
    expect(compare(asked, found)).toBe('near');
  });

  test.each([
    ['commissioned', 'commissar'],
    ['litvinof', 'litvinov'],
    ['3', '35'],
    ['29', '29th'],
    ['on', 'one'],
    ['german', 'japanese'],
    ['again', 'against'],
    ['commun', 'communism'],
  ])('is not near where it merely looks alike: %s, %s', (asked, found) => {
    expect(compare(asked, found)).toBeUndefined();
  });

  test('is near where it begins so and is itself in no document', () => {
    expect(compare('commun', 'communism', true)).toBe('near');
  });
});
