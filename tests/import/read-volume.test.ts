import { describe, expect, test } from 'vitest';
import {
  charactersOf,
  documentsOf,
  elementsNamed,
  readVolume,
  RefusedVolume,
  wordsOf,
  type Volume,
} from '../../src/import/read-volume.ts';
import { inventedXml } from './volume.ts';

/** The parts of a volume as an outline. */
const outline = (parts: Volume['parts'], depth = ''): string[] =>
  parts.flatMap((part) =>
    part.type === 'document'
      ? [`${depth}${part.id} pp. ${part.firstPage}–${part.lastPage}`]
      : [`${depth}${part.kind} ${wordsOf(part.above[0])}`, ...outline(part.children, `${depth}  `)],
  );

test('a volume is read with its titles, its parts and its printed pages', async () => {
  const volume = await readVolume([inventedXml]);
  expect(volume).toMatchObject({
    key: 'frus1899v09',
    publisher: 'Nowhere Printing Office',
    place: 'Washington',
    year: '1903',
  });
  expect(volume.titles['complete']).toBe('Foreign Relations of Nowhere, 1899, The Invented East, Volume IX');
  expect(outline(volume.parts)).toEqual([
    'compilation Ruritania:',
    '  chapter The harvestContinued from p. 7.',
    '    d1 pp. 1–2',
    '    d2 pp. 2–4',
    '    d3 pp. 4–4',
    'compilation The reviewed form:',
    '  d4 pp. 5–5',
    '  subchapter What the editors addIn brief.',
    '    d5 pp. 5–5',
    'compilation Papers of other kinds:',
    ...[6, 7, 8, 9, 10, 11, 12].map((number) => `  d${number} pp. 6–6`),
  ]);
});

test('a document says which parts hold it, without the sign at the end of their headings', async () => {
  const stopped = inventedXml.replace('<head>Ruritania:', '<head>Ruritania.');
  expect(stopped).not.toBe(inventedXml);
  for (const xml of [inventedXml, stopped]) {
    expect(documentsOf(await readVolume([xml]))[0]?.chapter).toBe('Ruritania: The harvest');
  }
});

test('a page that begins after the last words of a document is the next one’s', async () => {
  const trailing = inventedXml.replace(/<\/div>\s*<div n="2"|<\/div>(?=\s*<div[^>]*xml:id="d2")/, '<pb n="77"/>$&');
  expect(trailing).not.toBe(inventedXml);
  expect(outline((await readVolume([trailing])).parts).slice(2, 4)).toEqual(['    d1 pp. 1–2', '    d2 pp. 77–4']);
});

test('a volume that comes in pieces is the same', async () => {
  const pieces = inventedXml.match(/[^]{1,7}/g) ?? [];
  expect(await readVolume(pieces)).toEqual(await readVolume([inventedXml]));
});

test('elements know their line, and names of the Office’s own are told apart', async () => {
  const second = documentsOf(await readVolume([inventedXml]))[1]?.element;
  const attachment = second && elementsNamed('frus:attachment', second)[0];
  const lines = inventedXml.split('\n');
  expect(lines[(attachment?.line ?? 0) - 1]).toContain('<frus:attachment>');
  expect(attachment && charactersOf(attachment)).toBe(
    '[Enclosure—Translation]ActofNowhereArticle1ItisagreedAsecondnote3.onthe1stday.',
  );
});

describe('what is no volume is refused in a sentence:', () => {
  const deep = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${'<p>'.repeat(300)}`;
  test.each([
    [
      'a document type',
      `<!DOCTYPE TEI [<!ENTITY a "b">]>${inventedXml.replace(/^<\?xml.*\n.*\n/, '')}`,
      /declares a document type/,
    ],
    [
      'an outside reference',
      `<!DOCTYPE TEI SYSTEM "http://example.org/x.dtd"><TEI/>`,
      /outside references are not read/,
    ],
    ['an unknown entity', inventedXml.replace('&amp;', '&grain;'), /not well-formed XML: undefined entity/],
    ['an unclosed element', inventedXml.replace('</body>', ''), /not well-formed XML/],
    ['a file cut off', inventedXml.slice(0, 5000), /not well-formed XML/],
    ['a web page', '<html><body/></html>', /was expected; this file begins with <html>/],
    [
      'another TEI',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body/></text></TEI>',
      /not of the Office of the Historian/,
    ],
    ['a volume without documents', inventedXml.replaceAll('type="document"', 'type="part"'), /nothing to import/],
    ['elements without end in one another', deep, /more than 200 deep/],
    ['no XML at all', 'words', /not well-formed XML/],
    ['nothing', '', /not well-formed XML/],
  ])('%s', async (_situation, xml, sentence) => {
    const refused = await readVolume([xml]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedVolume);
    expect((refused as RefusedVolume).message).toMatch(sentence);
    expect((refused as RefusedVolume).message).toMatch(/^[1-9]\d*: \p{Lu}/u);
  });

  test('a file without end', async () => {
    function* endless(): Generator<string> {
      yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">';
      for (;;) yield ' '.repeat(1_000_000);
    }
    await expect(readVolume(endless())).rejects.toThrow('more than 64 million characters');
  });
});
