import { expect, test } from 'vitest';
import { printedAt, readNoteLabel } from '../../src/edition/notes.ts';

test('a number, with or without a letter, is a note of the source under its printed number', () => {
  expect(readNoteLabel('56')).toEqual({ series: 'source', printed: '56', anchor: 'n56' });
  expect(readNoteLabel('60a')).toEqual({ series: 'source', printed: '60a', anchor: 'n60a' });
});

test('where a number is printed again, the label counts, and the number printed is its own', () => {
  expect(readNoteLabel('2.8')).toEqual({ series: 'source', printed: '8', anchor: 'n2.8' });
});

test('a letter that is counted is a note of the source', () => {
  expect(readNoteLabel('1.a')).toEqual({ series: 'source', printed: 'a', anchor: 'n1.a' });
  expect(printedAt('n1.a')).toBe('a');
});

test('a sign is a note of the source, and has a name in its address', () => {
  expect(readNoteLabel('*')).toEqual({ series: 'source', printed: '*', anchor: 'n-star' });
  expect(readNoteLabel('2.*')).toEqual({ series: 'source', printed: '*', anchor: 'n2-star' });
  expect(readNoteLabel('††')).toEqual({ series: 'source', printed: '††', anchor: 'n-dagger-dagger' });
});

test('the sign or number that is printed is read from the address', () => {
  const labels = ['56', '60a', '2.8', '*', '2.*', '†', '‡', '§', '‖', '¶', '††', '2.‡‡'];
  for (const label of labels) {
    const { anchor = '', printed } = readNoteLabel(label) ?? {};
    expect(printedAt(anchor), label).toBe(printed);
    expect(anchor).toMatch(/^[\w.-]+$/);
  }
  for (const anchor of ['na', 'naa', 'p2', 'heading']) expect(printedAt(anchor)).toBeUndefined();
});

test('a letter is a note of the edition', () => {
  expect(readNoteLabel('b')).toEqual({ series: 'edition', printed: 'b', anchor: 'nb' });
});

test('anything else is no label', () => {
  for (const label of ['', 'A', 'note', '*†', '*2', '2*', '#', '5-6', '1.', '.2', '5 6']) {
    expect(readNoteLabel(label), label).toBeUndefined();
  }
});
