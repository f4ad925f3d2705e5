import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';
import type { DocumentText, EditionDocument } from '../../src/edition/document.ts';
import { blockLines, printedText } from '../../src/edition/printed-text.ts';
import { volumesOf } from '../../src/edition/volumes.ts';
import { bookOf, documentPage, page, registerPage, volumePage, volumeTitles } from '../../src/outputs/epub-pages.ts';
import { epub, type Typeset } from '../../src/outputs/epub.ts';
import type { Register } from '../../src/schema/register.ts';
import type { VolumeContents } from '../../src/schema/volume-contents.ts';
import { anyDocument } from '../fixtures/publications/arbitrary.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { document, entries, publicationOf, settings, volume } from '../fixtures/publications/telegram-39.ts';
import { call, mark, note, paragraph, words } from '../fixtures/publications/tree.ts';
import { bookComplaints, filesOfBook, readBookPage } from './read-book.ts';
import { readSituation, situations } from './situations.ts';

const typeset: Typeset = {
  css: 'p { margin: 0 }\n',
  fonts: new Map(),
  cover: (title, _, foot) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 9"><title>${title}</title><desc>${foot}</desc></svg>\n`,
};

const home = 'https://edition.example/';
const key = 'frus1936v04';
/** Its dateline stands in its text, and so not in its record. */
const whole = { ...everything, record: { ...everything.record, dateSent: document.record.dateSent } };

/** The book of an edition of some documents, and that of their volume. */
function booksOf(
  given: readonly EditionDocument[],
  contents?: VolumeContents,
  texts?: Map<string, DocumentText>,
  ofSettings = settings.volumes,
) {
  const documents = given.map((one) => assignAnchors(one));
  const volumes = volumesOf({
    documents,
    settings: { ...settings, volumes: ofSettings },
    contents: new Map(contents ? [[key, contents]] : []),
    texts,
  });
  const volume = volumes.byKey.get(key);
  if (!volume) throw new Error('No volume.');
  const of = { volume, documents: documents.map((one) => publicationOf(one, { volumes })) };
  return {
    ofEdition: epub(bookOf(settings, home, [of]), typeset),
    ofVolume: epub(bookOf(settings, home, [of], volume), typeset),
  };
}

const numbered = (id: string, number: number, text = document.body): EditionDocument => ({
  ...document,
  id,
  body: text,
  record: { ...document.record, source: { ...document.record.source, document: number } },
});

describe('a document in a book', () => {
  /** The characters of a document as printed, less those of its notes. */
  const printed = (one: EditionDocument): string => printedText({ ...one, notes: [] }).replace(/\s+/g, '');

  test('has every character of its text and notes as printed, in order', () => {
    fc.assert(
      fc.property(anyDocument, (one) => {
        const body = documentPage(publicationOf(one), new Set([one.id]));
        const read = readBookPage(page('documents/x.xhtml', 'x', body));
        expect(read.text.normalize('NFC')).toBe(printed(one));
        const notes = one.notes.map((note) => [note.printed, blockLines(note.children).join('').replace(/\s+/g, '')]);
        expect(read.notes).toEqual(notes);
      }),
      { numRuns: 40 },
    );
  });

  test('opens its notes in place, from calls that are links', () => {
    const xhtml = filesOfBook(booksOf([document]).ofEdition).get('EPUB/documents/moscow-1936-39.xhtml');
    expect(xhtml).toContain('<a epub:type="noteref" role="doc-noteref" id="r56" href="#n56">56</a>');
    expect(xhtml).toContain('<aside epub:type="footnote" role="doc-footnote" id="n56" class="note source">');
    expect(xhtml).toContain('<li id="a-m1"><a href="#m1">¶\u00A02</a> <q>on [sic]</q>: So in the source');
  });

  test('has of an element what a book can use, and says what it is there', () => {
    const html = documentPage(publicationOf(whole), new Set()).join('');
    for (const written of [
      '<a epub:type="noteref" role="doc-noteref" id="ra" href="#na" aria-label="Edition’s note a">a</a>',
      '<a epub:type="backlink" role="doc-backlink" class="number" href="#ra" aria-label="Edition’s note a">a</a>',
      '<a class="name" href="../register.xhtml#e-moscow">Moscow</a>',
      // The register has none of that name.
      '<span class="name">Comintern</span>',
      '<a id="m4" class="mark unclear" href="#a-m4" aria-describedby="a-m4">',
      '<span epub:type="pagebreak" role="doc-pagebreak" id="page-33" class="page-break" aria-label="33"/>',
      '<i class="foreign" lang="fr" xml:lang="fr">démarche</i>',
      '<time datetime="1936-01">January</time>',
      '<div class="table"><table><thead><tr><th class="left" scope="col">Item</th>',
    ])
      expect(html).toContain(written);
  });

  test('says below its text and notes how it is cited, and what is known of its source', () => {
    const html = documentPage(publicationOf(document), new Set()).join('');
    expect(html).toContain('<section class="notes" epub:type="footnotes"><h2>Notes</h2><aside ');
    const [, below = ''] = html.split('<h2>Cite this document</h2>');
    const lines = below.split(/<\/p>|<\/h2>/).map((line) => line.replaceAll(/<[^>]*>/g, ''));
    expect(lines).toEqual([
      expect.stringMatching(/^Loy W\. Henderson to Cordell Hull, telegram no\. 39, .*, doc\. 32, https:.*\.$/),
      'Permalink, version 1 (November 23, 2026): https://edition.example/documents/moscow-1936-39/',
      'Source and version',
      'Sent: [January 31, 1936] — The copy-text has no dateline.',
      'Received: January 31, [1936], 2:55 p.m. — That the clock is Washington’s is inferred.',
      'The text as the Office of the Historian shows it. Not collated with the printed page. The copy-text has no dateline. The copy-text has no signature. Original: National Archives, College Park, Record Group 59. Rights in the text: Public domain.',
      expect.stringMatching(/^Unsealed: this text is not yet promised to stay as it is\. SHA-256: [0-9a-f]{64}$/),
      '',
    ]);
    const sealed = publicationOf(document, { seal: { ...publicationOf().seal, sealed: true } });
    expect(documentPage(sealed, new Set()).join('')).toContain('<p>SHA-256 of the text: <code>');
    const { archive: _, ...source } = document.record.source;
    const record = { ...document.record, source, dateReceived: undefined };
    const less = documentPage(publicationOf({ ...document, notes: [], body: [], record }), new Set()).join('');
    expect(less).not.toMatch(/class="notes"|Original:|Received:|Marks in the text/);
  });

  test('has what it names in the register, by the words that are sorted by, each with what it is', () => {
    const named = ['ward-angus', 'hull-cordell'].map((id) => mark('Person', { id }, 'He'));
    const [ward, hull] = ['Angus Ward', 'Cordell Hull'].map((name) => entries.find((one) => one.name === name));
    const register = new Map([ward, { ...hull, summary: undefined }].map((one) => [one?.id, one])) as Register;
    const html = registerPage([publicationOf({ ...document, heading: [words(...named)], body: [] }, { register })]);
    expect(html.join('')).toContain(
      '<h2>Persons</h2><ul><li id="e-hull-cordell"><a href="https://edition.example/register/hull-cordell/">Cordell Hull</a></li><li id="e-ward-angus"><a href="https://edition.example/register/ward-angus/">Angus Ward</a>: Angus Ward</li></ul>',
    );
  });

  test('leads to other documents on the web, where they are in no book', () => {
    const elsewhere = { ...document, body: [paragraph(mark('Ref', { to: 'moscow-1936-38' }, 'there'))] };
    expect(documentPage(publicationOf(elsewhere), new Set()).join('')).toContain(
      '<a class="ref" href="https://edition.example/documents/moscow-1936-38/">there</a>',
    );
  });

  test('says its date as its page does: that of a memorandum to nobody was not sent, and why another has none', () => {
    const dated = (record: Partial<EditionDocument['record']>) =>
      documentPage(publicationOf({ ...document, record: { ...document.record, ...record } }), new Set()).join('');
    expect(dated({})).toContain('<p>Sent: [January 31, 1936] — ');
    expect(dated({ kind: 'memorandum', recipient: [] })).toContain('<p>Date: ');
    const undated = { dateSent: undefined, undated: 'The dateline is torn.' };
    expect(dated(undated)).toContain('<p>Sent: undated — The dateline is torn.</p>');
  });
});

describe('a book', () => {
  const series = 'Foreign Relations of the United States: Diplomatic Papers, 1936';

  test('is valid, whatever stands in its documents', async () => {
    const { ofEdition, ofVolume } = booksOf([document, whole]);
    expect(await bookComplaints(ofEdition)).toEqual([]);
    expect(await bookComplaints(ofVolume)).toEqual([]);
  });

  test('is valid with a document of every situation', async () => {
    const all = await Promise.all(
      situations.map(async (name, at) => ({ ...(await readSituation(name)), id: `x-${at}` })),
    );
    const { ofVolume } = booksOf(all);
    expect(await bookComplaints(ofVolume)).toEqual([]);
    expect([...filesOfBook(ofVolume).values()].join('')).toContain('<td class="right" colspan="2">');
  });

  test('is the same bytes at every hour and in every place', () => {
    const zone = process.env['TZ'];
    const books = ['Asia/Tokyo', 'America/New_York'].map((TZ) => {
      process.env['TZ'] = TZ;
      return Buffer.from(booksOf([document, whole]).ofEdition);
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(books[0]?.equals(books[1] ?? Buffer.of())).toBe(true);
    // A program knows a book by what stands here, uncompressed.
    expect(books[0]?.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  });

  test('names the edition on its cover, and once', () => {
    const { ofEdition, ofVolume } = booksOf([document]);
    expect(filesOfBook(ofEdition).get('EPUB/cover.svg')).toContain(`<title>${settings.title}</title><desc></desc>`);
    expect(filesOfBook(ofVolume).get('EPUB/cover.svg')).toContain(`<title>The Far East</title><desc>${settings.title}`);
  });

  test('has its cover, and on each page its language and its style', () => {
    const files = filesOfBook(booksOf([document]).ofVolume);
    expect(files.get('EPUB/cover.xhtml')).toContain(
      `<section class="cover" epub:type="cover"><img src="cover.svg" alt="Cover: The Far East. ${series}. Volume 4"/>`,
    );
    expect(files.get('EPUB/documents/moscow-1936-39.xhtml')).toMatch(
      /<html [^>]*lang="en" xml:lang="en"><head>.*<link rel="stylesheet" type="text\/css" href="\.\.\/book\.css"\/><\/head>/,
    );
  });

  test('says in which volume its documents were printed, and what of that is inferred', () => {
    const { imprintInferred: _, ...known } = volume;
    const [inferred, said] = [volume, known].map((one) => page('x', 'x', [volumePage(one, 'x', ['Under'])]));
    expect(inferred).toContain(
      '<section class="title" epub:type="volume"><h1>x</h1><p>Under</p><p>Washington, DC: Government Printing Office, 1954.</p><p>Place and publisher are inferred from the sister volumes.</p><p><a',
    );
    expect(said).toContain('1954.</p><p><a href="https://history.state.gov/historicaldocuments/frus1936v04">');
    const book = [...filesOfBook(booksOf([document]).ofVolume).values()].join('');
    expect(book).toContain('<p>Washington, DC: Government Printing Office, 1954.</p>');
  });

  test('says what it is, when it was last revised, and how it can be read', () => {
    const opf = filesOfBook(booksOf([document, whole]).ofVolume).get('EPUB/package.opf') ?? '';
    for (const said of [
      '<dc:identifier id="book">https://edition.example/volumes/frus1936v04.epub</dc:identifier>',
      '<dc:title id="title">The Far East</dc:title>',
      '<meta property="dcterms:modified">2026-12-01T00:00:00Z</meta>',
      '<meta property="schema:accessModeSufficient">textual</meta>',
      '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
      '<meta property="schema:accessibilityHazard">none</meta>',
    ]) {
      expect(opf).toContain(said);
    }
    const underOutside = bookOf({ ...settings, identifier: 'https://w3id.org/x/' }, home, []);
    expect(underOutside.address).toBe('https://w3id.org/x/edition.epub');
  });

  test('tells the series of a volume from its number', () => {
    const typesOf = (volumes: typeof settings.volumes) => {
      const opf =
        filesOfBook(booksOf([document], undefined, undefined, volumes).ofVolume).get('EPUB/package.opf') ?? '';
      return [...opf.matchAll(/#under-\d" property="title-type">(\w+)/g)].map(([, type]) => type);
    };
    expect(typesOf(settings.volumes)).toEqual(['collection', 'subtitle']);
    const [volume] = Object.values(settings.volumes);
    if (!volume) throw new Error('No volume.');
    expect(typesOf({ [key]: { ...volume, title: volume.series } })).toEqual(['subtitle']);
    expect(volumeTitles({ ...volume, title: volume.series })).toEqual({ title: series, under: ['Volume 4'] });
  });

  test('says of itself what is true of it: of the whole edition, and of a register, only where they are in it', () => {
    const nameless = {
      ...document,
      heading: [paragraph('A heading').children],
      body: [paragraph('Words.')],
      notes: [],
    };
    for (const [file, isWhole, hasNames] of [
      [booksOf([document]).ofEdition, true, true],
      [booksOf([document]).ofVolume, false, true],
      [booksOf([nameless]).ofVolume, false, false],
    ] as const) {
      const files = filesOfBook(file);
      const title = files.get('EPUB/title.xhtml') ?? '';
      const [, lines = ''] = /<section class="title" epub:type="titlepage">(.*?)<\/section>/.exec(title) ?? [];
      const edited = `Edited by ${settings.editor}. Version ${settings.version}, with revisions to November 23, 2026.`;
      expect(lines.split(/<[^>]*>/).filter(Boolean)).toEqual(
        isWhole
          ? [settings.title, settings.subtitle, edited, settings.description]
          : ['The Far East', series, 'Volume 4', `From ${settings.title}, ${settings.subtitle}`, edited],
      );
      expect(files.get('EPUB/package.opf')?.includes('<dc:description>')).toBe(isWhole);
      expect(title.includes('names lead to the register')).toBe(hasNames);
    }
  });

  test('has its contents by volume and chapter, and the printed pages where each begins', () => {
    const breaks = [paragraph('One ', mark('PageBreak', { n: '36' }), 'two.')];
    const contents: VolumeContents = {
      volume: key,
      contents: [
        {
          kind: 'compilation',
          id: 'comp1',
          heading: 'The Far Eastern crisis',
          contents: [
            {
              kind: 'chapter',
              id: 'ch1',
              heading: 'January',
              text: 'January',
              // A part without a heading is not listed, what is in it is.
              contents: [
                { kind: 'chapter', id: 'ch1a', heading: '', contents: [listed('2', 'two')] },
                listed('1', 'one'),
              ],
            },
            {
              kind: 'chapter',
              id: 'ch2',
              heading: 'February',
              contents: [listed('3', undefined)],
            },
          ],
        },
      ],
    };
    const january = {
      heading: [words('January', call('4'))],
      body: [paragraph('Cold', call('5'), '.')],
      notes: [note('4', paragraph('Continued.')), note('5', paragraph('See ', mark('Ref', { to: 'two' }, 'below')))],
    };
    const texts = new Map([['January', january]]);
    const { ofVolume } = booksOf([numbered('one', 1, breaks), numbered('two', 2)], contents, texts);
    const files = filesOfBook(ofVolume);
    const chapter = files.get('EPUB/volumes/frus1936v04-2.xhtml') ?? '';
    expect(chapter).toContain(
      '<h1>January<sup class="marker source"><a epub:type="noteref" role="doc-noteref" id="r4" href="#n4">4</a></sup></h1></section><div class="introduction"><p>Cold<sup class="marker source"><a epub:type="noteref" role="doc-noteref" id="r5" href="#n5">5</a></sup>.</p></div>',
    );
    // The note of the heading leads back to it; that of the text to another document.
    expect(chapter).toContain(
      '<aside epub:type="footnote" role="doc-footnote" id="n4" class="note source"><a epub:type="backlink" role="doc-backlink" class="number" href="#r4">4</a><p>Continued.</p></aside>',
    );
    expect(chapter).toContain('<a class="ref" href="../documents/two.xhtml">below</a>');
    const nav = files.get('EPUB/contents.xhtml') ?? '';
    expect(nav).toContain(`<a href="volumes/frus1936v04.xhtml">${series}, Volume 4, The Far East</a>`);
    const links = [...nav.matchAll(/<a (?:epub:type="\w+" )?href="([^"]+)"/g)].map(([, link]) => link);
    expect(links).toEqual([
      ...['cover.xhtml', 'title.xhtml', 'volumes/frus1936v04.xhtml', 'volumes/frus1936v04-1.xhtml'],
      // In the order of the volume; a chapter of which nothing is here is not listed.
      ...['volumes/frus1936v04-2.xhtml', 'documents/two.xhtml', 'documents/one.xhtml', 'register.xhtml'],
      ...['cover.xhtml', 'contents.xhtml', 'volumes/frus1936v04.xhtml'],
      'documents/one.xhtml#page-36',
    ]);
    expect(nav).toContain(
      '>2. The Chargé in the Soviet Union (Henderson) to the Secretary of State, January 31, 1936</a>',
    );
  });
});

const listed = (number: string, id: string | undefined) => ({ number, id, heading: `Document ${number}` });
