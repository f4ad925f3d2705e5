import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edition, openPage, siteFolder } from '../setup/site.ts';
import { pageLines } from './page-text.ts';

const changed = await edition('large');
const address = '/documents/moscow-1936-39/';
/** The copy-text, less the furniture of the web page that it was taken from. */
const copyText = await readFile('tests/fixtures/telegram-39/as-printed.txt', 'utf8');
const copyLines = copyText.trimEnd().split('\n');

describe('the telegram is the copy-text, character for character', () => {
  test.each([true, false])('on the page, with JavaScript %s', async (javaScript) => {
    const page = await openPage({ address, javaScript });
    expect(await pageLines(page)).toEqual(copyLines);
  });

  test('in the text file, to the byte', async () => {
    const bytes = await readFile(join(siteFolder, 'documents/moscow-1936-39.txt'));
    expect(bytes.equals(Buffer.from(copyText, 'utf8'))).toBe(true);
  });

  test('and one changed character of the content is seen on the page and in the text file', async () => {
    const page = await openPage({ address: `${changed.url}${address}` });
    const shown = copyText.replace('within the realms', 'within the realm');
    expect(shown).not.toBe(copyText);
    expect(await pageLines(page)).toEqual(shown.trimEnd().split('\n'));
    expect(await readFile(join(changed.folder, 'documents/moscow-1936-39.txt'), 'utf8')).toBe(shown);
  });
});
