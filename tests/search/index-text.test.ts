import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromIndexText, toIndexText } from '../../src/search/index-text.ts';
import { wordsIn } from '../../src/search/words.ts';

describe('the text that Pagefind keeps', () => {
  test.each([
    '[Received January 31—2:55 p.m.]',
    'Soviet-Japanese dissensions — in the Far East . . . and elsewhere',
    'against “the activities of the Comintern”. They',
    '761.9315 Manchuria/35: Telegram',
    '— begins and ends with a dash —',
  ])('has every word by itself, and gives back what is printed: %s', (text) => {
    const indexed = toIndexText([{ anchor: 'p1', text }]);
    const words = indexed.content.split(' ');
    expect(words.map((word) => wordsIn(word).length)).toEqual(words.map(() => 1));
    expect(fromIndexText(indexed)).toEqual([{ anchor: 'p1', text }]);
  });

  test('gives back any passages that have words, each with its address', () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'B', 'é', '1', '-', '—', '.', ' ', '[', ']', '’', '/') })
      .map((value) => value.replace(/\s+/g, ' ').trim())
      .filter((value) => wordsIn(value).length > 0);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const passages = texts.map((value, index) => ({ anchor: `p${index + 1}`, text: value }));
        expect(fromIndexText(toIndexText(passages))).toEqual(passages);
      }),
    );
  });

  test('leaves out a passage without a word, which nobody can find', () => {
    expect(toIndexText([{ anchor: 'p1', text: '* * *' }])).toEqual({ content: '', passages: '' });
  });
});
