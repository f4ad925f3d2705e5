import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/edition/text.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { writeParagraphs, writeText } from '../../src/markdown/write-text.ts';

/** The paragraphs that the reader finds in a text, or what is wrong with it. */
function paragraphsOf(written: string): string[] {
  const { body, messages: problems } = readDocument(`---\nx: y\n---\n\n# A\n\n${written}\n`);
  if (problems.length > 0) return problems.map(({ code }) => code);
  return body.map((block) => (block.type === 'paragraph' ? textOf(block.children) : block.type));
}

describe('what Markdown would take for its own is written so that it stays text', () => {
  test.each([
    '39. The usual emissary',
    '* * *',
    '- not a list',
    '# not a heading',
    '> not a quotation',
    '= not an underline',
    '| not | a table |',
    '[^9] is no note, and [a](b) no link, [a][b] neither, [a]: b no more',
    '<tag> {braces} `ticks` *stars* _lines_ ~~waves~~ back\\slash &amp; 2*3*4 a_b_c',
    '[Received January 31—2:55 p.m.]',
  ])('%s', (words) => {
    expect(paragraphsOf(writeText(words))).toEqual([words]);
  });

  test('whatever the signs, the reader gives back the same characters', () => {
    const sign = fc.constantFrom(...'ab1 .)(\\`*_{}<>~[]^&;#|=+-"!:'.split(''));
    const words = fc
      .array(sign, { minLength: 1, maxLength: 24 })
      .map((signs) => signs.join('').replace(/ +/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(words, (text) => {
        expect(paragraphsOf(writeText(text)), writeText(text)).toEqual([text]);
      }),
      { numRuns: 3000 },
    );
  });
});

test('empty lines divide paragraphs, and the lines of one are joined', () => {
  expect(writeParagraphs('1. One\r\ntwo.\r\n\r\nThree.\n')).toBe('1\\. One two.\n\nThree.');
});

test('without empty lines every line is a paragraph', () => {
  expect(writeParagraphs('One.\nTwo.')).toBe('One.\n\nTwo.');
});
