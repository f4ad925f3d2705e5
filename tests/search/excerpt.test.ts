import { expect, test } from 'vitest';
import { excerpt } from '../../src/search/shared/excerpt.ts';

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `w${from + index}`).join(' ');

test('a short passage is shown whole', () => {
  const text = '[Received January 31—2:55 p.m.]';
  expect(excerpt({ text, spans: [{ start: 10, end: 20, exact: true }] })).toEqual([
    { text: '[Received ' },
    { text: 'January 31', found: 'exact' },
    { text: '—2:55 p.m.]' },
  ]);
});

test('a long passage is cut to the words around what was found', () => {
  const text = words(0, 200);
  const start = text.indexOf('w100');
  const pieces = excerpt({ text, spans: [{ start, end: start + 4, exact: false }] });
  expect(pieces).toEqual([
    { text: '… ' },
    { text: `${words(86, 100)} ` },
    { text: 'w100', found: 'near' },
    { text: ` ${words(101, 115)}` },
    { text: ' …' },
  ]);
});

test('an excerpt never shows a character that is not in the passage, nor in another order', () => {
  const text = words(0, 300);
  const spans = ['w5', 'w90', 'w95', 'w200', 'w290'].map((word) => {
    const start = text.indexOf(word);
    return { start, end: start + word.length, exact: true };
  });
  const stretches = excerpt({ text, spans })
    .map((piece) => piece.text)
    .join('')
    .split('…')
    .map((stretch) => stretch.trim())
    .filter((stretch) => stretch !== '');
  expect(stretches).toHaveLength(3);
  for (const stretch of stretches) expect(text).toContain(stretch);
});
