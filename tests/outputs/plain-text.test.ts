import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { printedText as plainText } from '../../src/edition/printed-text.ts';
import { document, withRecord } from '../fixtures/publications/telegram-39.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { paragraph } from '../fixtures/publications/tree.ts';

const golden = (name: string) => readFileSync(new URL(`../fixtures/${name}/as-printed.txt`, import.meta.url), 'utf8');

describe('the text as printed', () => {
  it('is the copy-text of telegram 39, character for character', () => {
    expect(plainText(document)).toBe(golden('telegram-39'));
  });

  it('gives lists, tables, divisions and every mark as lines', () => {
    expect(plainText(everything)).toBe(golden('everything'));
  });

  it('has a dateline only where the copy-text prints one', () => {
    const dated = withRecord({
      dateSent: {
        printed: 'Moscow, January 31, 1936—5 p.m.',
        date: '1936-01-31',
        supplied: [],
        inferred: [],
      },
    });
    expect(plainText(dated).split('\n').slice(1, 4)).toEqual([
      'The Chargé in the Soviet Union (Henderson) to the Secretary of State',
      'Moscow, January 31, 1936—5 p.m.',
      '[Received January 31—2:55 p.m.]',
    ]);
  });

  it('begins with the heading where there is no file number', () => {
    const heading = 'The Chargé in the Soviet Union (Henderson) to the Secretary of State';
    expect(plainText(withRecord({ fileNumber: undefined })).split('\n', 1)).toEqual([heading]);
  });

  it('composes accents, and ends in one line feed', () => {
    const decomposed: EditionDocument = {
      ...document,
      body: [paragraph('Charge\u0301')],
      notes: [],
    };
    expect(plainText(decomposed).endsWith('\nChargé\n')).toBe(true);
  });

  it('keeps a straight quote, a double hyphen, three dots and a space between two marks', () => {
    const plain: EditionDocument = {
      ...document,
      body: [paragraph('"It\'s" -- so... they say')],
      notes: [],
    };
    expect(plainText(plain)).toContain('\n"It\'s" -- so... they say\n');
  });
});
