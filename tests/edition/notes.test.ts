import { expect, test } from 'vitest';
import { readNoteLabel } from '../../src/edition/notes.ts';

test('a number, with or without a letter, is a note of the source under its printed number', () => {
  expect(readNoteLabel('56')).toEqual({ series: 'source', printed: '56', anchor: 'n56' });
  expect(readNoteLabel('60a')).toEqual({ series: 'source', printed: '60a', anchor: 'n60a' });
});

test('where printed numbers restart, the label says which series, and the number printed is its own', () => {
  expect(readNoteLabel('1.2')).toEqual({ series: 'source', printed: '2', anchor: 'n1.2' });
});

test('a letter is a note of the edition', () => {
  expect(readNoteLabel('b')).toEqual({ series: 'edition', printed: 'b', anchor: 'nb' });
});

test('anything else is no label', () => {
  for (const label of ['', 'A', 'note', '5-6', '1.', '.2', '5 6']) {
    expect(readNoteLabel(label), label).toBeUndefined();
  }
});
