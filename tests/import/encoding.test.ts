/** What the Office of the Historian's rules of encoding let a document contain: each in an invented one. */
import { describe, expect, test } from 'vitest';
import { documentsOf, readVolume, type VolumeDocument, type XmlElement } from '../../src/import/read-volume.ts';
import { toTree } from '../../src/import/to-tree.ts';
import { fileOf, mapped } from '../../src/import/write-file.ts';
import { elementOf, headed, inventedXml, written } from './volume.ts';

/** What stands in the file under the heading, where the body of a document is that. */
const bodyOf = async (body: string): Promise<string> =>
  (await written(headed('Paper', body))).replace('# Paper\n\n', '').trimEnd();
/** Holds what a rule says of a body against its file. */
const isWritten = async (_rule: string, body: string, expected: string) => {
  expect(await bodyOf(body)).toBe(expected);
};
const notCarried = async (body: string) => toTree(await elementOf(headed('Paper', body)), 'frus1899v09').notCarried;

describe('words are set apart as the volume sets them:', () => {
  test.each([
    ['H<hi rend="sub">2</hi>O', 'H<Subscript>2</Subscript>O'],
    ['<hi rendition="#underline">by no means</hi>', '<Underline>by no means</Underline>'],
    ['<hi rend="bold italic">both</hi>', '**<Italic>both</Italic>**'],
    ['<hi rend="italic">The <hi rend="roman">Lusitania</hi> sank</hi>', '*The* Lusitania *sank*'],
    ['<hi rend="italic">The </hi><hi rend="italic">Lusi</hi><hi rend="italic">tania</hi>', '*The* *Lusitania*'],
  ])('%s', async (words, expected) => {
    expect(await bodyOf(`<p>${words}</p>`)).toBe(expected);
    expect([...(await notCarried(`<p>${words}</p>`))]).toEqual([]);
  });

  test('all of a paragraph too', async () => {
    expect(await bodyOf('<p rend="strong">One<note n="1">N.</note></p><p rend="italic">two</p>')).toBe(
      '**One[^1]**\n\n*two*\n\n[^1]: N.',
    );
  });

  test('roman in words that nothing sets apart is counted, since a heading may', async () => {
    const title = '<p rend="sectiontitleital">Sources for <hi rend="roman">The Trade</hi></p>';
    expect(await bodyOf(title)).toBe('<Subheading>Sources for The Trade</Subheading>');
    expect([...(await notCarried(title))]).toEqual([['hi roman', 1]]);
  });
});

test('the parts of a treaty that are discussed under flush headings have them all', async () => {
  const flush = ['Preamble', 'Article I', 'Replacements'].map((words) => `<p rend="flushleft">${words}</p>`);
  expect(await bodyOf(flush.join(''))).toBe(
    '<Subheading align="left">Preamble</Subheading>\n\n<Subheading align="left">Article I</Subheading>\n\n<Paragraph align="left">Replacements</Paragraph>',
  );
});

test('words that were struck out or written in have their marks, but for one in itself', async () => {
  const struck =
    '<p>a <del rend="strikethrough">b <add>c</add></del> <hi rend="strikethrough">d</hi> <del>e <del>f</del></del></p>';
  expect(await bodyOf(struck)).toBe(
    'a <Deleted>b <Added>c</Added></Deleted> <Deleted>d</Deleted> e <Deleted>f</Deleted>',
  );
  expect([...(await notCarried(struck))]).toEqual([['Deleted in itself', 1]]);
});

test('words in another language are marked with it, a whole paragraph too; English is not', async () => {
  expect(
    await bodyOf('<p xml:lang="fr" rend="flushleft">Bonjour.</p><p xml:lang="en">A <seg xml:lang="de">Wort</seg></p>'),
  ).toBe(
    '<Paragraph align="left"><Foreign lang="fr">Bonjour.</Foreign></Paragraph>\n\nA <Foreign lang="de">Wort</Foreign>',
  );
});

test('a fraction that is set high in the file line, which has words alone, is counted', async () => {
  const line = '<note rend="inline" type="source">700.01/22<hi rend="superscript">6/8</hi></note>';
  const { fileLine, notCarried } = toTree(await elementOf(line + headed('Paper', '<p>x</p>')), 'frus1899v09');
  expect([fileLine, ...notCarried]).toEqual(['700.01/226/8', ['hi superscript', 1]]);
});

test('the language of more than a paragraph is counted', async () => {
  expect([...(await notCarried('<quote xml:lang="fr"><p>Bonjour.</p></quote>'))]).toEqual([['xml:lang', 1]]);
  const whole = await elementOf(headed('Paper', '<p>Bonjour.</p>'));
  const french = { ...whole, attributes: { ...whole.attributes, 'xml:lang': 'fr' } };
  expect([...toTree(french, 'frus1899v09').notCarried]).toEqual([['xml:lang', 1]]);
});

describe('a reference leads', () => {
  const at = 'https://history.state.gov/historicaldocuments/frus';
  test.each([
    ['#d5at1', `${at}1899v09/d5`],
    ['#in_A1', `${at}1899v09/index#in_A1`],
    ['#p_AB1', `${at}1899v09/persons#p_AB1`],
    ['#t_AB1', `${at}1899v09/terms#t_AB1`],
    ['frus1950v01', `${at}1950v01`],
    ['https://example.org/x', 'https://example.org/x'],
    ['frus1950v01#pg_IV', `${at}1950v01/pg_IV`],
  ])('by %s to %s', async (target, address) => {
    expect(await bodyOf(`<p><ref target="${target}">x</ref></p>`)).toBe(`<Ref to="${address}">x</Ref>`);
  });

  test.each(['#d5 #d6', 'frus1950v01/d5', '/d5', 'mailto:a@example.org', ''])('nowhere by “%s”', async (target) => {
    expect(await bodyOf(`<p><ref target="${target}">x</ref></p>`)).toBe('x');
    expect([...(await notCarried(`<p><ref target="${target}">x</ref></p>`))]).toEqual([['ref', 1]]);
  });
});

test('spaces and line ends at the edges of italics and references stand outside them, and none is lost', async () => {
  const words =
    'see<ref target="#d5"> Document 5 </ref>and<hi rend="italic"><lb/>a<lb/></hi>b <ref target="#d5"><hi rend="bold">c<lb/></hi></ref>d';
  const ref = (inner: string) =>
    `<Ref to="https://history.state.gov/historicaldocuments/frus1899v09/d5">${inner}</Ref>`;
  expect(await bodyOf(`<p>${words}</p>`)).toBe(
    `see ${ref('Document 5')} and<Break/>*a*<Break/>b ${ref('**c**')}<Break/>d`,
  );
});

test('a reference without words is no reference, and is counted', async () => {
  const words = '<p>a <ref target="#d5"/>b<ref target="#d5"> </ref>c</p>';
  expect(await bodyOf(words)).toBe('a b c');
  expect([...(await notCarried(words))]).toEqual([['Ref without words', 2]]);
});

test('words of the paragraph that a quotation stands in are quoted in its line', async () => {
  expect(await bodyOf('<p>He said <quote>“no”</quote> again: <quote><p>No.</p></quote></p>')).toBe(
    'He said “no” again:\n\n> No.',
  );
  expect(await bodyOf('<p>He said:</p>\n<quote>No.</quote>\n<p>I left.</p>')).toBe('He said:\n\n> No.\n\nI left.');
});

describe('what stands in a line of its own stays in one', () => {
  test.each([
    [
      'beside the text',
      '<signed>A</signed><p>x</p><signed>B</signed><byline>By C</byline><docDate>May 1</docDate>',
      '<Signature>A</Signature>\n\nx\n\n<Signature>B</Signature>\n\nBy C\n\nMay 1',
    ],
    [
      'in an opener',
      '<opener>No. 5<byline>By A</byline><signed>B</signed></opener><p>x</p>',
      '<Opener>No. 5</Opener>\n\n<Opener>By A</Opener>\n\n<Signature>B</Signature>\n\nx',
    ],
    [
      'in a closer',
      '<p>x</p><closer><seg>Approved.</seg><signed>[<persName>A</persName>]</signed><byline>By B</byline></closer>',
      'x\n\n<Closer>Approved.</Closer>\n\n<Signature>[A]<Break/>By B</Signature>',
    ],
    [
      'in a closer whose signature has words before and after it',
      '<p>x</p><closer>For the King:<lb/>(Signed) <signed>A,</signed> [l. s.]<lb/>Notary</closer>',
      'x\n\n<Closer>For the King:</Closer>\n\n<Signature>(Signed) A, [l. s.]<Break/>Notary</Signature>',
    ],
    [
      'under a dateline',
      '<p>x</p><closer><dateline>Zenda.</dateline><lb/>(Signed) <signed>A</signed></closer>',
      'x\n\n<Dateline>Zenda.</Dateline>\n\n<Signature>(Signed) A</Signature>',
    ],
    [
      'above and under a dateline in a closer',
      '<p>x</p><closer><salute>Yours,</salute><dateline>Zenda, May 1.</dateline><signed>A</signed></closer>',
      'x\n\n<Signature>Yours,</Signature>\n\n<Dateline>Zenda, May 1.</Dateline>\n\n<Signature>A</Signature>',
    ],
    [
      'under a picture',
      '<figure><graphic url="m"/><head>A map</head><figDesc>Of the south.</figDesc></figure>',
      'A map\n\nOf the south.',
    ],
    [
      'over a song',
      '<lg><head>A song</head><l>One</l><l>two</l></lg>',
      '<Subheading>A song</Subheading>\n\nOne<Break/>two',
    ],
    ['on the next page', '<lg><l>One</l> <pb n="3"/> <l>two</l></lg>', 'One<Break/><PageBreak n="3"/>two'],
    [
      'among the words of a signature',
      '<closer><signed>A<table><row><cell>B</cell><cell>C</cell></row><row><cell>D</cell></row></table></signed></closer>',
      '<Signature>A<Break/>B C<Break/>D</Signature>',
    ],
  ])('%s', async (_place, body, expected) => {
    expect(await bodyOf(body)).toBe(expected);
  });

  test('in the margin, and is counted', async () => {
    const item =
      '<list><label>3.</label><item>It was read. <seg type="margin">Allowances</seg> It was approved.</item></list>';
    expect(await bodyOf(item)).toBe('- 3\\. It was read.<Break/>Allowances<Break/>It was approved.');
    expect([...(await notCarried(item))]).toEqual([['seg in the margin', 1]]);
  });

  test('in a heading', async () => {
    expect(
      await written(headed('<p>One</p><note rend="inline">[two]</note><quote rend="blockquote">three</quote>')),
    ).toBe('# One<Break/>[two]<Break/>three\n\nx\n');
  });
});

describe('in a list', () => {
  test.each([
    [
      'what opens and ends it stands before and after it',
      '<list><opener><dateline>Paris, May 1, 1899.</dateline></opener><item>a</item><closer><signed>B</signed></closer></list>',
      '<Dateline>Paris, May 1, 1899.</Dateline>\n\n- a\n\n<Signature>B</Signature>',
    ],
    [
      'a note between two points is called by the first',
      '<list><item>a</item><note n="2">M.</note><item>b</item></list>',
      '- a[^2]\n- b\n\n[^2]: M.',
    ],
    [
      'a note between a label and its point is called by the label',
      '<list><label>1.</label><note n="2">M.</note><item>a</item><label>2.</label><item>b</item></list>',
      '- 1\\.[^2] a\n- 2\\. b\n\n[^2]: M.',
    ],
    [
      'a list or words between two points are in it',
      '<list><item>a</item><list><item>b</item></list>and<item>c</item></list>',
      '- a\n\n  - b\n- and\n- c',
    ],
    [
      'a label may have no point',
      '<list><label>1.</label><label>2.</label><item>a</item><label>3.</label></list>',
      '- 1\\. 2. a\n- 3\\.',
    ],
    ['a point without words is none', '<list><item/><item>a</item><item> </item></list><list/><p>x</p>', '- a\n\nx'],
    [
      'page breaks wait for the next point',
      '<list><label>1.</label><pb n="4"/><item>a</item><pb n="5"/></list><p>x</p>',
      '- <PageBreak n="4"/>1. a\n\n<PageBreak n="5"/>x',
    ],
  ])('%s', isWritten);
});

describe('in a table', () => {
  const row = (...cells: readonly string[]) => `<row>${cells.map((cell) => `<cell>${cell}</cell>`).join('')}</row>`;
  const label = (...cells: readonly string[]) => row(...cells).replace('<row', '<row role="label"');
  test.each([
    ['a first row of labels is its head', `${label('A', 'B')}${row('1', '2')}`, '| A | B |\n| --- | --- |\n| 1 | 2 |'],
    [
      'cells that are all labels are one too',
      `${row('A').replace('<cell', '<cell role="label"')}${row('1')}`,
      '| A |\n| --- |\n| 1 |',
    ],
    [
      'cells have one column and row at least',
      '<row><cell cols="0" rows="0">a</cell><cell cols="x">b</cell></row>',
      '|  |  |\n| --- | --- |\n| a | b |',
    ],
    [
      'notes and headings between rows are rows, what stands after them is not',
      `<head>T</head>${row('a', 'b')}<note n="*">N.</note><head>U</head>${row('c', 'd')}<closer><signed>A</signed></closer>`,
      '<Subheading>T</Subheading>\n\n|  |  |\n| --- | --- |\n| a | b |\n| [^*] |  |\n| U |  |\n| c | d |\n\n<Signature>A</Signature>\n\n[^*]: N.',
    ],
    ['without words there is no table', `<head>T</head>${row('', '')}`, '<Subheading>T</Subheading>'],
    ['a picture is no table', '<head>T</head><graphic url="m"/>', '<Subheading>T</Subheading>'],
  ])('%s', async (_rule, table, expected) => {
    expect(await bodyOf(`<table>${table}</table>`)).toBe(expected);
  });

  test('a row of labels further down is counted', async () => {
    expect([...(await notCarried(`<table>${label('A')}${row('1')}${label('B')}</table>`))]).toEqual([['row label', 1]]);
  });
});

describe('a part of a document', () => {
  test.each([
    [
      'is a section where it has a heading, in another one too',
      '<p>x</p><div type="section"><head>A<note n="1">N.</note></head><p>y</p><div type="section"><head>B</head><p>z</p></div></div>',
      'x\n\n<Section>\n\n# A[^1]\n\ny\n\n<Section>\n\n# B\n\nz\n\n</Section>\n\n</Section>\n\n[^1]: N.',
    ],
    ['is what it holds where it has none', '<p>x</p><div type="section"><p>y</p></div>', 'x\n\ny'],
    [
      'that is no more than its heading is a heading',
      '<p>x</p><frus:attachment><head>Tab A</head></frus:attachment><frus:attachment/><postscript/>',
      'x\n\n<Subheading>Tab A</Subheading>',
    ],
    [
      'begins with the page break that stands before its heading',
      '<p>x</p><frus:attachment><pb n="8"/><head>Tab A</head><p>y</p></frus:attachment>',
      'x\n\n<Enclosure>\n\n# <PageBreak n="8"/>Tab A\n\ny\n\n</Enclosure>',
    ],
  ])('%s', isWritten);
});

describe('a note', () => {
  test.each([
    [
      'between two paragraphs is called by the first',
      '<p>a</p><note n="1">N.</note><p>b</p>',
      'a[^1]\n\nb\n\n[^1]: N.',
    ],
    ['has the sign that stands in brackets', '<p>a<note n="[1]">N.</note></p>', 'a[^1]\n\n[^1]: N.'],
    ['has the parallels of a frame for those of a note', '<p>a<note n="║║">N.</note></p>', 'a[^‖‖]\n\n[^‖‖]: N.'],
    ['is a line of its own where nothing calls it', '<note>N.</note><p>a</p>', '<Opener>N.</Opener>\n\na'],
    ['has the sign with which its id ends, if no other', '<p>a<note xml:id="d1fn5">N.</note></p>', 'a[^5]\n\n[^5]: N.'],
    ['without words is not called', '<p>a<note n="1"><p/></note> b</p>', 'a b'],
    [
      'that a heading in the midst calls is none of the heading',
      '<p rend="center">Part II<note n="4">Drafted in May.</note></p><p>a</p>',
      '<Subheading>Part II[^4]</Subheading>\n\na\n\n[^4]: Drafted in May.',
    ],
  ])('%s', isWritten);
});

describe('characters', () => {
  test('that print nothing are left out, and counted by their code', async () => {
    const words = '<p>a&#xAD;b&#x200B;c <hi rend="italic">d&#xFEFF;</hi> e&#x85;&#xAD;f</p>';
    expect(await bodyOf(words)).toBe('abc *d* ef');
    expect([...(await notCarried(words))].toSorted()).toEqual([
      ['U+0085', 1],
      ['U+00AD', 2],
      ['U+200B', 1],
      ['U+FEFF', 1],
    ]);
  });

  test('that the reader of documents refuses because nobody sees them are left out; those that print are not', async () => {
    const rare = ['FFF9', '1D173', 'E0041', '1BCA0', '13437', 'FDD0', '1FFFE'];
    const words = `<p>a${rare.map((code) => `&#x${code};`).join('')}b&#x2028;c &#x600;5 &#x6DD;</p>`;
    expect(await bodyOf(words)).toBe('ab c \u06005 \u06DD');
    expect([...(await notCarried(words)).keys()]).toEqual(rare.map((code) => `U+${code}`));
  });

  test('of a letter and an accent are one', async () => {
    expect(await bodyOf('<p>cafe&#x301; of A&#x30A;s</p>')).toBe('caf\u00E9 of \u00C5s');
  });
});

test('what a quotation, a song or a picture holds may be nothing', async () => {
  expect(await bodyOf('<quote/><lg/><figure><graphic url="m"/></figure><opener/><closer/><p/><p>x</p>')).toBe('x');
});

test('a page break among no words waits for the next, whatever it stands in', async () => {
  const breaks = '<p rend="right"><hi rend="italic"><pb n="2"/></hi></p><closer><signed><pb n="3"/></signed></closer>';
  expect(await bodyOf(`<p>a</p>${breaks}<p>b</p>`)).toBe('a\n\n<PageBreak n="2"/><PageBreak n="3"/>b');
});

test('a page break that gives no page of the print is none, and is counted', async () => {
  const breaks = '<pb/><pb n="A–1"/><pb n="3" type="facsimile"/><pb n="[4]" type="typeset"/>';
  expect(await bodyOf(`<p>a ${breaks}b</p>`)).toBe('a <PageBreak n="4"/>b');
  expect([...(await notCarried(`<p>a ${breaks}b</p>`))]).toEqual([['pb', 3]]);
});

describe('of the documents of a volume', () => {
  const documentsIn = async (body: string) =>
    documentsOf(await readVolume([inventedXml.replace(/<body>[^]*<\/body>/, () => `<body>${body}</body>`)]));

  test('the first page is that of the first words', async () => {
    const one = (id: string, before: string) => `<div type="document" xml:id="${id}">${before}${headed('Paper')}</div>`;
    const before = ['', '\n<pb n="2"/>\n<pb n="3"/>', '<head><pb n="4"/>[Telegram.]</head>'];
    const read = await documentsIn(`<pb n="[1]"/>${before.map((some, index) => one(`d${index + 1}`, some)).join('')}`);
    expect(read.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([
      ['1', '1'],
      ['3', '3'],
      ['4', '4'],
    ]);
  });

  test('one whose number is not printed has it without brackets, and one that is withheld is a document', async () => {
    const body = `<div type="document" xml:id="d1" n="[1]">${headed('A')}</div><div type="document-pending" xml:id="d2" n="2">${headed('B')}</div>`;
    expect((await documentsIn(body)).map(({ number }) => number)).toEqual(['1', '2']);
  });

  test('each has the number by which it is cited, and one whose number is a description that of its address', async () => {
    const one = (id: string, n: string) => `<div type="document" xml:id="${id}" ${n}>${headed('A')}</div>`;
    const body =
      one('d373a', 'n="373a "') +
      one('eta_d1', 'n="ETA–1"') +
      one('d7a-1', 'n="[Unnumbered document after 7]"') +
      one('s12', '');
    expect((await documentsIn(body)).map(({ number }) => number)).toEqual(['373a', 'ETA–1', '7a-1', 's12']);
  });

  test('what the Office notes for itself of a facsimile is no text', async () => {
    const noted =
      '<p>x</p><frus:page-count-according-to-citation>2</frus:page-count-according-to-citation><frus:file id="1"/>';
    expect(await bodyOf(noted)).toBe('x');
    const kinds = [...(await notCarried(noted)).keys()];
    expect(kinds).toEqual(['frus:page-count-according-to-citation', 'frus:file']);
    const body = `<div type="chapter"><frus:problem>Lost.</frus:problem><div type="document" xml:id="d1">${headed('A')}</div></div>`;
    const volume = await readVolume([inventedXml.replace(/<body>[^]*<\/body>/, () => `<body>${body}</body>`)]);
    expect(volume.besides.filter(({ part }) => part === 'body')).toEqual([]);
  });

  test('none is a part of a page of the web', async () => {
    const film = `<div xmlns="http://www.w3.org/1999/xhtml" type="document"><iframe src="x"/></div>`;
    expect((await documentsIn(`<div type="document" xml:id="d1">${headed('A')}</div>${film}`)).length).toBe(1);
    expect([...(await notCarried(`<p>x</p>${film}`))].toSorted()).toEqual([
      ['other:div', 1],
      ['other:iframe', 1],
    ]);
  });
});

const origin = {
  volume: 'frus1899v09',
  repository: 'https://example.org/frus',
  commit: undefined,
  file: 'frus1899v09.xml',
  rights: 'Public domain',
  year: '1899',
};

/** The document of an element, as the files of an import need it. */
const documentOf = (element: XmlElement): VolumeDocument => {
  const pages = { firstPage: undefined, lastPage: undefined };
  return { type: 'document', id: 'd1', number: '1', heading: 'Paper', chapter: '', ...pages, element };
};
const setting = { origin, summary: undefined, placeId: () => undefined, day: '2026-01-31' };

test('the first words that stand for a summary end with a sentence, not with an abbreviation or a blank', async () => {
  const words =
    'The King and the Queen of Ruritania have received, this . . . . day, at 5 p. m. the note No. 5 of Mr. Rassendyll. He will answer it.';
  const file = fileOf(mapped(documentOf(await elementOf(headed('Paper', `<p>${words}</p>`))), origin), setting);
  expect(file).toMatchObject({
    text: expect.stringMatching(/\nsummary: The King [^]* of Mr\. Rassendyll\.\n/) as string,
  });
});

describe('a document is kept out, in plain words,', () => {
  test.each([
    ['without a heading', '<p>x</p>', 'the TEI gives it no heading', ''],
    [
      'without words',
      headed('Map', '<figure><graphic url="m"/></figure>'),
      'the TEI gives it no words under its heading',
      '',
    ],
    [
      'with a note that no sign calls',
      headed('Paper', '<p>x<note n="#">See page 5.</note></p>'),
      'has a note that is called by “#”, which is no number, letter or sign of a note',
      'See page 5.',
    ],
  ])('%s', async (_why, content, reason, passage) => {
    expect(fileOf(mapped(documentOf(await elementOf(content)), origin), setting)).toEqual({
      reason: expect.stringMatching(reason) as string,
      passage,
    });
  });
});

test('a note above the heading that nothing calls is the file line', async () => {
  const tree = toTree(await elementOf(`<note type="source">Lot 99</note>${headed('Paper')}`), 'frus1899v09');
  expect([tree.fileLine, tree.notes]).toEqual(['Lot 99', []]);
});

test('a note is called from a file line, whatever it stands in there', async () => {
  const line = '<hi rend="italic">700.01 Harvest/5 <note n="3">Not printed.</note></hi>';
  const tree = toTree(
    await elementOf(`<note rend="inline" type="source">${line}</note>${headed('Paper')}`),
    'frus1899v09',
  );
  expect(tree).toMatchObject({ fileLine: '700.01 Harvest/5', writtenFileLine: '700.01 Harvest/5 [^3]' });
});

describe('the record has from the markup', () => {
  const recordOf = async (head: string, dateline: string, subtype = '') => {
    const body = `<body><div type="document" xml:id="d1" n="1" subtype="${subtype}">${headed(head, `${dateline}<p>x</p>`)}</div></body>`;
    const [document] = documentsOf(await readVolume([inventedXml.replace(/<body>[^]*<\/body>/, () => body)]));
    if (document === undefined) throw new Error('There is no document.');
    const { printed, dates } = mapped(document, origin);
    return { ...printed, ...dates };
  };
  const dated = (attributes: string, words: string) =>
    recordOf('Paper', `<opener><dateline>Zenda, <date ${attributes}>${words}</date>.</dateline></opener>`);
  const whole = ['year', 'month', 'day'];

  test.each([
    [
      'a date that the print gives in words',
      'when="1898-12-10"',
      'this tenth day of December',
      {
        date: '1898-12-10',
        reason: 'The dateline gives no date that could be read. The TEI of the volume gives this date.',
      },
    ],
    [
      'the span in which what is undated was written',
      'notBefore="1899-05-01" notAfter="1899-05-31" ana="#date_undated-inferred-from-document-content"',
      'undated',
      {
        date: '1899-05-01/1899-05-31',
        reason:
          'The dateline says that it is undated. The TEI of the volume gives this date, inferred from document content.',
      },
    ],
    [
      'the date that is meant where the print errs',
      'when="1900-01-03T14:00:00" ana="#date_apparent-typo-based-on-sibling-dates"',
      'January 3, 1899',
      {
        date: '1900-01-03',
        reason:
          'The dateline gives another date. The TEI of the volume gives this date, apparent typo based on sibling dates.',
      },
    ],
    [
      'the date of our calendar where the print has another',
      'when="1899-05-13" calendar="julian"',
      'May 1, 1899',
      {
        date: '1899-05-13',
        reason:
          'The dateline gives another date. The TEI of the volume gives this date, reckoned from the julian calendar.',
      },
    ],
  ])('%s', async (_case, attributes, words, expected) => {
    expect((await dated(attributes, words)).dateSent).toEqual({ supplied: [], inferred: whole, ...expected });
  });

  test.each(['us-republic', 'gregorian us-republic'])('a date that counts the years of %s too', async (calendar) => {
    const reason = 'The dateline gives no date that could be read. The TEI of the volume gives this date.';
    const words = 'this third day of October, and of the Independence the one hundred and sixteenth';
    const { dateSent } = await dated(`when="1891-10-03" calendar="${calendar}"`, words);
    expect(dateSent).toMatchObject({ date: '1891-10-03', reason });
    expect((await dated(`when="1891-10-03" calendar="${calendar}"`, 'October, 1891')).dateSent?.date).toBe('1891-10');
  });

  test('no place from a date that begins with the years of a reign', async () => {
    const date = '<date when="1864-10-03" calendar="chinese-era">Wulai, 3d year, 9th moon, 3d day</date>';
    const { sent, dateSent } = await recordOf('Paper', `<opener><dateline>${date}.</dateline></opener>`);
    expect([sent?.place, dateSent?.date]).toEqual([undefined, '1864-10-03']);
  });

  test('no more of a date than it says, and none in the place of one that is printed', async () => {
    const month = await dated('when="1898-12"', 'this day');
    expect(month.dateSent).toMatchObject({ date: '1898-12', inferred: ['year', 'month'] });
    expect((await dated('when="1899-02-03"', 'February 4, 1899')).dateSent).toEqual({
      date: '1899-02-04',
      supplied: [],
      inferred: [],
    });
    const { dateSent } = await recordOf('Paper, <date when="1899-05-01">the first of May</date>', '');
    expect(dateSent).toMatchObject({
      date: '1899-05-01',
      reason: expect.stringMatching(/^The volume prints no/) as string,
    });
  });

  test('the year of the volume where a dateline prints none', async () => {
    expect((await dated('', 'February 3—[5 p.m.]')).dateSent).toEqual({
      date: '1899-02-03',
      hour: '17:00',
      supplied: ['year', 'hour'],
      inferred: [],
      reason: 'The dateline prints no year: that of the volume is supplied. The volume prints the hour in brackets.',
    });
  });

  test('a span from its first day to its last, and of one that goes back what both days share', async () => {
    const day = async (words: string) => (await dated('', words)).dateSent?.date;
    expect(await day('May 2–4, 1899')).toBe('1899-05-02/1899-05-04');
    expect(await day('May 4–2, 1899')).toBe('1899-05');
    expect(await day('May 4–32, 1899')).toBe('1899-05');
    expect(await day('February 30, 1899')).toBe('1899-02');
  });

  test('what the line of receipt leaves to that of sending, and why', async () => {
    const received = async (line: string) =>
      (await recordOf('Paper', `<dateline>Zenda, May 3, 1899.<lb/>[Received ${line}.]</dateline>`)).dateReceived;
    const offset = 'The offset is inferred from the time zone of the place on that day.';
    const taken = (parts: string) => `The line of receipt does not print the ${parts}: that of sending is supplied.`;
    expect((await received('May 4, 1899, 2 p. m'))?.reason).toBe(offset);
    expect((await received('May 4, 2 p. m'))?.reason).toBe(`${taken('year')} ${offset}`);
    expect((await received('2 p. m'))?.reason).toBe(`${taken('year, month and day')} ${offset}`);
  });

  test('no date of receipt before that of sending, which is remarked', async () => {
    const { dateSent, dateReceived, remark } = await recordOf(
      'Paper',
      '<dateline>Zenda, May 3, 1899.<lb/>[Received May 1.]</dateline>',
    );
    expect([dateSent?.date, dateReceived]).toEqual(['1899-05-03', undefined]);
    expect(remark).toBe('sent 1899-05-03, received 1899-05-01: the date of receipt is left out of its record');
  });

  test('and not where the print has that day beside the other', async () => {
    const attributes = 'when="1899-05-13" calendar="julian gregorian"';
    expect((await dated(attributes, 'May 1/13, 1899')).dateSent).toEqual({
      date: '1899-05-13',
      supplied: [],
      inferred: [],
    });
  });

  test('no date of sending where it gives that of receipt alone', async () => {
    const received = '<date type="received-date" when="1899-05-03">Received May 3, 1899</date>';
    const { dateSent, dateReceived } = await recordOf('Paper', `<opener><dateline>[${received}.]</dateline></opener>`);
    expect([dateSent, dateReceived?.date]).toEqual([undefined, '1899-05-03']);
  });

  test('no date where what it says is none, and none that only an enclosure or a note has', async () => {
    const { dateSent, undated } = await dated('when="1899-02-30x"', 'undated');
    expect([dateSent?.date, undated]).toEqual(['1899-02', undefined]);
    const enclosed =
      '<frus:attachment><opener><dateline><date when="1899-05-01">undated</date></dateline></opener><p>y</p></frus:attachment>';
    expect((await recordOf('Paper', enclosed)).undated).toBe('The volume prints no dateline.');
  });

  test('the offset of a clock whose place has no zone here, for the printed hour alone', async () => {
    const at = async (when: string) => (await dated(`when="${when}"`, 'May 1, 1899, 2 p.m.')).dateSent;
    expect(await at('1899-05-01T14:00:00+02:00')).toMatchObject({
      hour: '14:00',
      offset: '+02:00',
      inferred: ['offset'],
      reason: 'The offset is inferred as the TEI of the volume has it.',
    });
    for (const other of ['1899-05-01T14:00:00', '1899-05-01T15:00:00+02:00', '1899-05-02T14:00:00+02:00'])
      expect((await at(other))?.offset).toBeUndefined();
  });

  test('an hour by the clock of Greenwich as it is printed, which is no inference', async () => {
    expect((await dated('when="1973-05-01T14:35:00+00:00"', 'May 1, 1973, 1435Z')).dateSent).toEqual({
      date: '1973-05-01',
      hour: '14:35',
      offset: '+00:00',
      supplied: [],
      inferred: [],
    });
  });

  test('who took part, whatever stands above their list, and not who is addressed, or has a label', async () => {
    const list = (type: string, head: string, item: string) =>
      `<list type="${type}">${head && `<head>${head}</head>`}${item}</list>`;
    const lists =
      list('participants', 'At the table', '<item>A</item>') +
      list('participants', '', '<item>B</item>') +
      list('participants', 'TO', '<item>C</item>') +
      list('participants', '', '<label>US:</label><item>Dee</item>') +
      list('subject', 'SUBJECT', '<item>Grain</item>');
    const { participants, firstWords } = await recordOf('Memorandum of Conversation', lists);
    expect(participants).toEqual([{ name: 'A' }, { name: 'B' }]);
    expect(firstWords).toBe('US: Dee');
  });

  test('that a note is the editors’, whatever its heading, and no summary as its file line', async () => {
    expect((await recordOf('[The harvest]', '', 'editorial-note')).kind).toBe('editorial-note');
    const summed = `<note rend="inline" type="summary">Summary: It <hi rend="italic">rained</hi>.</note>${headed('Paper')}`;
    const { tree, printed } = mapped(documentOf(await elementOf(summed)), origin);
    expect([tree.fileLine, printed.summary]).toEqual(['', 'It rained.']);
    const noted = headed(
      'Paper<note n="1" type="source">Source: S.</note><note n="2" type="summary">It rained.</note>',
    );
    expect(mapped(documentOf(await elementOf(noted)), origin).printed.summary).toBe('It rained.');
  });
});
