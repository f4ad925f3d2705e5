import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openReader } from '../../src/loader/edition.ts';
import { printedText as plainText } from '../../src/edition/printed-text.ts';
import { tei } from '../../src/outputs/tei.ts';
import { printedFromTei } from './read-tei.ts';
import { complaints } from './validate-xml.ts';

const at = { site: 'https://edition.example', base: '/' };
const reader = openReader(new URL('../../content', import.meta.url).pathname, at);
const { documents } = reader.edition();
const publications = reader.publications();

describe('the edition’s own documents', () => {
  it('are all published', () => {
    expect(publications.length).toBeGreaterThan(0);
    expect(publications).toHaveLength(documents.length);
  });

  it('include telegram 39 as its copy-text has it, character for character', () => {
    const golden = new URL('../fixtures/telegram-39/as-printed.txt', import.meta.url);
    const telegram = documents.find(({ id }) => id === 'moscow-1936-39');
    expect(telegram && plainText(telegram)).toBe(readFileSync(golden, 'utf8'));
  });

  it('are valid TEI', async () => {
    const files = publications.map((one) => [`${one.document.id}.xml`, tei(one)]);
    expect(await complaints('document', Object.fromEntries(files) as Record<string, string>)).toEqual([]);
  });

  it('give their text as printed when the TEI is read back', () => {
    for (const one of publications) expect(printedFromTei(tei(one))).toBe(plainText(one.document));
  });
});
