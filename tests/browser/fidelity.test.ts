import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../setup/edition-build.ts';
import { serveSite } from '../setup/served-site.ts';
import { openPage, siteFolder } from '../setup/site.ts';
import { pageLines } from './page-text.ts';

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
    const scratch = await mkdtemp(join(tmpdir(), 'manchuria-file-fidelity-'));
    onTestFinished(() => rm(scratch, { recursive: true, force: true }));
    await cp('content', join(scratch, 'content'), { recursive: true });
    // The ledger would rightly stop the change; here the comparison itself is tried.
    await rm(join(scratch, 'content/ledger'), { recursive: true });
    const file = join(scratch, 'content/documents/moscow-1936-39.mdx');
    const source = await readFile(file, 'utf8');
    await writeFile(
      file,
      source
        .replace(/^ +sha256: .*\n/gm, '')
        .replace(/^ {2}- version: 2\n(?: {4}.*\n)+/m, '')
        .replace('quite within the realms', 'quite within the realm'),
    );
    const site = join(scratch, 'site');
    const built = await buildEdition(site, { CONTENT_DIR: join(scratch, 'content') });
    expect(built.output).toBeDefined();
    expect(built.code, built.output).toBe(0);
    const { url, stop } = await serveSite({ folder: site });
    onTestFinished(stop);
    const page = await openPage({ address: `${url}${address}` });
    expect(await pageLines(page)).not.toEqual(copyLines);
    expect(await readFile(join(site, 'documents/moscow-1936-39.txt'), 'utf8')).not.toBe(copyText);
  });
});
