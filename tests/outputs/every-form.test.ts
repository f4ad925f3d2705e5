import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { documentHtml } from '../../src/outputs/html.ts';
import { printedText as plainText } from '../../src/edition/printed-text.ts';
import { tei } from '../../src/outputs/tei.ts';
import { textPassages } from '../../src/search/shared/passages.ts';
import { publicationOf } from '../fixtures/publications/telegram-39.ts';
import { passagesOfPage } from '../search/page-passages.ts';
import { printedFromTei } from './read-tei.ts';
import { readSituation, root, situations } from './situations.ts';
import { complaints } from './validate-xml.ts';

/**
 * Every situation of `tests/fixtures/documents` in all its forms. The golden files are re-made by
 * `npx vitest run --config tests/vitest.config.ts tests/outputs tests/markdown --update`.
 */
const htmlOf = (document: EditionDocument): string => {
  const { heading, text } = documentHtml(document, (id) => `/documents/${id}/`);
  return heading + text;
};

/** HTML with a line for every block, as a golden file that one can read. */
const readable = (html: string): string =>
  `${html.replace(/(?<=.)(?=<(?:p|div|ul|li|h[123]|header|section|blockquote|table|thead|tbody|tr|t[hd])[ >])/g, '\n')}\n`;

/** The text of a TEI file, without its header, which does not depend on the text. */
const textPart = (xml: string): string => `${xml.slice(xml.indexOf('<text>')).replace('</TEI>', '').trim()}\n`;

describe.each(situations)('%s', async (situation) => {
  const document = await readSituation(situation);
  const golden = (name: string): string => `${root}/${situation}/${name}`;

  test('as plain text', async () => {
    await expect(plainText(document)).toMatchFileSnapshot(golden('as-printed.txt'));
  });

  test('as a page, which a browser builds as it is written', async () => {
    const html = htmlOf(document);
    await expect(readable(html)).toMatchFileSnapshot(golden('page.html'));
    // A browser breaks up a link inside a link, or a block inside a paragraph.
    const asWritten = { characterReferences: { useNamedReferences: true } };
    const built = toHtml(fromHtml(html, { fragment: true }), asWritten);
    expect(built).toBe(html.replaceAll('&gt;', '>'));
  });

  test('as TEI, which gives the plain text when it is read back', async () => {
    const file = tei(publicationOf(document));
    await expect(textPart(file)).toMatchFileSnapshot(golden('text.xml'));
    expect(printedFromTei(file)).toBe(plainText(document));
  });

  test('as search sees it', async () => {
    const passages = textPassages(document);
    const lines = passages.map(({ anchor, text }) => `${anchor}: ${text}\n`).join('');
    await expect(lines).toMatchFileSnapshot(golden('search.txt'));
    expect(passagesOfPage(htmlOf(document))).toEqual(passages);
  });
});

test('the TEI of every situation is valid', async () => {
  const files = await Promise.all(
    situations.map(async (situation, index) => [`${index}.xml`, tei(publicationOf(await readSituation(situation)))]),
  );
  expect(await complaints('document', Object.fromEntries(files) as Record<string, string>)).toEqual([]);
});
