/** Volumes of other decades set the same things in other ways: each in an invented document. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/edition/text.ts';
import { volumeSettings } from '../../src/import/content-files.ts';
import { summariesOf } from '../../src/import/list-of-papers.ts';
import { documentsOf, readVolume } from '../../src/import/read-volume.ts';
import { toRecord } from '../../src/import/to-record.ts';
import { toTree } from '../../src/import/to-tree.ts';
import type { Mapped } from '../../src/import/write-file.ts';
import { elementOf, headed, inventedXml, written } from './volume.ts';

test('the header of a draft names the same titles without a hyphen, that of a newer volume gives other dates too', async () => {
  const draft = inventedXml.replaceAll(/(?<=type="\w+)-(?=\w+">)/g, '');
  const newer = inventedXml.replace(
    /<date>(.*?)<\/date>/,
    '<date type="content-date">1898</date><date type="publication-date">$1</date>',
  );
  for (const other of [draft, newer]) {
    expect(other).not.toBe(inventedXml);
    expect(volumeSettings(await readVolume([other]))).toEqual(volumeSettings(await readVolume([inventedXml])));
  }
});

test('a publisher in several lines stands in one', async () => {
  const office = inventedXml.replace(/(?<=<publisher>)[^<]*/, 'Office of Wool<lb/>Bureau of Sheep<lb/>Castle');
  expect(volumeSettings(await readVolume([office])).publisher).toBe('Office of Wool, Bureau of Sheep, Castle');
});

test.each([
  [
    'the years of a series that ends with them',
    { complete: 'Papers of Nowhere, With the Message of May 3, 1901', series: 'Papers of Nowhere, 1901' },
    { series: 'Papers of Nowhere', years: '1901', title: 'With the Message of May 3, 1901' },
  ],
  [
    'no more than a year as its title',
    {
      complete: 'Papers of Nowhere, With the Message of May 3, 1901',
      series: 'Papers of Nowhere, 1901',
      volume: '1901',
    },
    { series: 'Papers of Nowhere', years: '1901', title: 'With the Message of May 3, 1901' },
  ],
  [
    'a subseries of a year that its series has too',
    { complete: 'x', series: 'Foreign Relations of the United States, 1917', subseries: '1917', volume: 'The War' },
    { series: 'Foreign Relations of the United States', subseries: undefined, years: '1917', title: 'The War' },
  ],
  [
    'a subseries that ends with a day and is the title',
    {
      complete: 'Foreign Relations of the United States, Transmitted on May 5, 1870',
      series: 'Foreign Relations of the United States',
      subseries: 'Transmitted on May 5, 1870',
    },
    { subseries: undefined, years: undefined, title: 'Transmitted on May 5, 1870' },
  ],
  [
    'a whole that adds but years and number to its series',
    { complete: 'Papers of Nowhere, 1930, Volume I', series: 'Papers of Nowhere', subseries: '1930' },
    { title: 'Papers of Nowhere, 1930, Volume I', years: '1930' },
  ],
  [
    'a whole that goes on after the years of its series',
    { complete: 'Papers of Nowhere, 1894, Ruritania', series: 'Papers of Nowhere, 1894' },
    { series: 'Papers of Nowhere', years: '1894', title: 'Ruritania' },
  ],
  [
    'a whole that ends with its number',
    {
      complete: 'Papers of Nowhere, With the Message, Part III',
      series: 'Papers of Nowhere',
      subseries: '1864',
      volumenumber: 'Part III',
    },
    { series: 'Papers of Nowhere', years: '1864', title: 'With the Message', number: undefined, part: 3 },
  ],
  [
    'a part in small letters',
    { complete: 'x', series: 'Papers of Nowhere', volumenumber: 'Volume V, part ii', volume: 'Wool' },
    { title: 'Wool', number: 5, part: 2 },
  ],
  [
    'a whole that ends with the name of an appendix',
    { complete: 'Papers of Nowhere, 1894, Appendix I', series: 'Papers of Nowhere, 1894', volumenumber: 'Appendix I' },
    { years: '1894', title: 'Appendix I' },
  ],
  [
    'a title that ends with the years of its series',
    { complete: 'x', series: 'Papers of Nowhere', subseries: '1931–1941', volume: 'Ruritania, 1931–1941' },
    { years: '1931–1941', title: 'Ruritania' },
  ],
  [
    'a number of letters and figures, which its title says',
    {
      complete: 'Papers of Nowhere, 1969–1976, Volume E–14, Part 1, Wool',
      series: 'Papers of Nowhere',
      subseries: '1969–1976',
      volumenumber: 'Volume E–14, Part 1',
      volume: 'Wool',
    },
    { years: '1969–1976', title: 'Volume E–14, Part 1, Wool', number: undefined, part: undefined },
  ],
  [
    'a supplement to a volume of the same title',
    {
      complete: 'Papers of Nowhere, 1958–1960, Volume XI, Wool, Microfiche Supplement',
      series: 'Papers of Nowhere',
      subseries: '1958–1960',
      volumenumber: 'Volume XI, Microfiche Supplement',
      volume: 'Wool',
    },
    { years: '1958–1960', title: 'Wool, Microfiche Supplement', number: 11, part: undefined },
  ],
  [
    'a title that ends with years of its own',
    { complete: 'x', series: 'Papers of Nowhere', subseries: '1945', volume: 'The Talks, 1944' },
    { years: '1945', title: 'The Talks, 1944' },
  ],
  [
    'a whole that is all there is',
    { complete: 'Message to the King', series: '', subseries: 'Message to the King' },
    { series: 'Message to the King', title: 'Message to the King', years: undefined },
  ],
])('the header of an older volume has %s', async (_situation, titles, expected) => {
  const statement = Object.entries(titles).map(([type, words]) => `<title type="${type}">${words}</title>`);
  const older = inventedXml.replace(/<titleStmt>[^]*<\/titleStmt>/, `<titleStmt>${statement.join('')}</titleStmt>`);
  expect(volumeSettings(await readVolume([older]))).toMatchObject(expected);
});

test('white space that indents the only child of an element is none of the text', async () => {
  const head =
    '<hi rend="italic">The Consul</hi> (<persName type="from">\n  <hi rend="italic">Fish</hi>\n </persName>)';
  const dateline =
    '<dateline>[<placeName>\n <hi rend="smallcaps">Strelsau</hi>\n</placeName>,] May 1, 1899.</dateline>';
  expect(await written(headed(head, `${dateline}<p>a <hi rend="italic"> b</hi></p>`))).toBe(
    '# *The Consul* (*Fish*)\n\n<Dateline>[<SmallCaps>Strelsau</SmallCaps>,] May 1, 1899.</Dateline>\n\na *b*\n',
  );
});

test('white space that indents words beside a bracket or a sign is none of the text, that before dots is', async () => {
  const hi = (words: string, end = '') => `<hi rend="italic">\n  <gloss>${words}</gloss> 334${end}</hi>`;
  const content = `<p>Level (${hi('FEC')}) and [${hi('X', '<gloss>5</gloss>\n')}]; ${hi('Y', '<seg>6</seg>\n')}: z</p>`;
  expect(await written(headed('Paper', `${content}<p>${hi('A', '\n')}. . . b</p>`))).toBe(
    '# Paper\n\nLevel (*FEC 334*) and [*X 3345*]; *Y 3346*: z\n\n*A 334* . . . b\n',
  );
});

test('a space before the call of a note is none of the text where words end or go on apart', async () => {
  const note = (n: string) => `\n<note n="${n}">N.</note>`;
  const content = headed(
    `Treaty${note('1')}`,
    `<p>Mr. A${note('2')}, consul${note('3')} here, and${note('4')}so on</p>`,
  );
  expect(await written(content)).toMatch(/^# Treaty\[\^1\]\n\nMr\. A\[\^2\], consul\[\^3\] here, and \[\^4\]so on\n/);
});

test('a note that the source calls by a letter is no note of the edition', async () => {
  const note = (n: string, text: string) => `<note n="${n}">${text}</note>`;
  const content = headed(`Treaty${note('a', 'First.')}`, `<p>x${note('b', 'Second.')} y${note('a', 'Third.')}</p>`);
  expect(await written(content)).toBe(
    '# Treaty[^1.a]\n\nx[^1.b] y[^2.a]\n\n[^1.a]: First.\n\n[^1.b]: Second.\n\n[^2.a]: Third.\n',
  );
  const { notes } = toTree(await elementOf(content), 'frus1899v09');
  expect(notes.map(({ series, printed }) => `${series} ${printed}`)).toEqual(['source a', 'source b', 'source a']);
});

test('a line above the text stands where the volume has it', async () => {
  const opener =
    '<opener><seg rendition="#center">[Extracts]</seg></opener>' +
    '<opener><seg rendition="#left"><hi rend="smallcaps">secret</hi></seg><dateline>Strelsau, May 1, 1899.</dateline></opener>';
  expect(await written(headed('Paper', `${opener}<p>x</p>`))).toBe(
    '# Paper\n\n<Opener align="center">[Extracts]</Opener>\n\n<Opener><SmallCaps>secret</SmallCaps></Opener>\n\n' +
      '<Dateline>Strelsau, May 1, 1899.</Dateline>\n\nx\n',
  );
});

test.each([
  ['Top Secret<lb/>Priority', 'Top Secret<Break/>Priority', '1125'],
  ['Confidential; Eyes Only', 'Confidential; Eyes Only', '1125'],
  ['Security and Secrecy', undefined, undefined],
])('a line that says how secret a paper is stands above its text: %s', async (line, opener, number) => {
  const content = headed('Telegram From A to B', `<p rend="flushleft">${line}</p><p>1125. The wool.</p>`);
  expect(/<Opener>(.*)<\/Opener>/.exec(await written(content))?.[1]).toBe(opener);
  const element = await elementOf(content);
  const record = toRecord(element, toTree(element, 'frus1899v09'));
  expect([record.number, record.firstWords]).toEqual([number, number === undefined ? line : 'The wool.']);
});

test('the pages of a facsimile are none of the volume’s', async () => {
  const facsimile = (n: number) => `<pb n="${n}" xml:id="d1-0${n}"/>`;
  const content = headed('Paper', `${facsimile(1)}<p>a${facsimile(2)} b</p><pb n="9" xml:id="pg_9"/><p>c</p>`);
  expect(await written(content)).toBe('# Paper\n\na b\n\n<PageBreak n="9"/>c\n');
  expect(toTree(await elementOf(content), 'frus1899v09').notCarried).toEqual(new Map([['pb', 2]]));
  const body = `<body>${facsimile(7)}<div type="document" xml:id="d1">${content}${facsimile(8)}</div></body>`;
  const [document] = documentsOf(await readVolume([inventedXml.replace(/<body>[^]*<\/body>/, () => body)]));
  expect([document?.firstPage, document?.lastPage]).toEqual([undefined, undefined]);
});

describe('in a table', () => {
  const tableOf = async (rows: string) =>
    (await written(headed('Paper', `<table>${rows}</table>`))).split('\n').slice(4);
  test('a page break between rows or cells is no row and no cell', async () => {
    const rows = '<row><cell>a</cell><pb n="8"/><cell>b</cell></row><pb n="9"/><row><cell>c</cell><cell>d</cell></row>';
    expect(await tableOf(rows)).toEqual(['| a | <PageBreak n="8"/>b |', '| <PageBreak n="9"/>c | d |', '']);
  });

  test('cells beside one that runs down over several rows keep their columns', async () => {
    const rows =
      '<row><cell rows="2">a</cell><cell>b</cell></row><row><cell>c</cell></row><row><cell>d</cell><cell>e</cell></row>';
    expect(await tableOf(rows)).toEqual(['| a | b |', '|  | c |', '| d | e |', '']);
    const down = (words: string) => `<cell rows="2">${words}</cell>`;
    const several =
      `<row>${down('a')}${down('b')}<cell>c</cell>${down('d')}</row><row><cell>e</cell></row>` +
      '<row><cell>f</cell><cell>g</cell><cell>h</cell><cell>i</cell></row>';
    expect(await tableOf(several)).toEqual(['| a | b | c | d |', '|  |  | e |  |', '| f | g | h | i |', '']);
  });

  test('the first row is a head where the table says so, also after a page break, and where others follow', async () => {
    const label = '<row role="label"><cell>a</cell></row>';
    expect(await tableOf(label)).toEqual(['| a |', '']);
    const table = `<table><pb n="3"/>${label}<row><cell>b</cell></row></table>`;
    expect((await written(headed('Paper', table))).split('\n').slice(2)).toEqual([
      '| <PageBreak n="3"/>a |',
      '| --- |',
      '| b |',
      '',
    ]);
  });

  test('paragraphs and points of a cell are lines', async () => {
    const cell = '<p>One.</p><p>Two.</p><list><label>1.</label><item>x</item><item>y</item></list>';
    expect(await tableOf(`<row><cell>${cell}</cell></row>`)).toEqual(['| One.<Break/>Two.<Break/>1. x<Break/>y |', '']);
  });
});

test('words that address and take leave, and each signature, stand in lines of their own', async () => {
  const opener = '<opener><dateline>Strelsau, May 1, 1899.</dateline><salute>Dear Rudolf:</salute></opener><p>x</p>';
  const closer = '<closer><salute>Sincerely,</salute><signed>A</signed>\n<signed>[B]</signed></closer>';
  expect(await written(headed('Letter', opener + closer))).toBe(
    '# Letter\n\n<Dateline>Strelsau, May 1, 1899.</Dateline>\n\n<Salutation>Dear Rudolf:</Salutation>\n\nx\n\n' +
      '<Closer>Sincerely,</Closer>\n\n<Signature>A<Break/>[B]</Signature>\n',
  );
});

test('the label of a point stands with the words of its first paragraph, also in an indented file', async () => {
  const list = '<list><label>D.</label><item>\n  <p>One</p>\n  <p>Two</p>\n</item></list>';
  expect(await written(headed('Paper', list))).toBe('# Paper\n\n- D. One\n\n  Two\n');
});

test('verse and what stands under a picture are paragraphs of their own', async () => {
  const content =
    '<p>It was sung:</p><lg><l>One,</l><l>two.</l></lg><figure><graphic url="x"/><head>A map</head></figure>';
  expect(await written(headed('Paper', content))).toBe('# Paper\n\nIt was sung:\n\nOne,<Break/>two.\n\nA map\n');
});

test('a part of the text that has a title is headed by it', async () => {
  const { body } = toTree(
    await elementOf(headed('Paper', '<p rend="sectiontitleital">Prospects</p><p>x</p>')),
    'frus1899v09',
  );
  expect(body.map((block) => block.type === 'paragraph' && `${block.role} ${textOf(block.children)}`)).toEqual([
    'subheading Prospects',
    'text x',
  ]);
});

test('the older list of papers gives number, day, subject and page, and nothing where it says “Same subject”', async () => {
  const rows = [
    ['', '', '1863.', '', ''],
    ['378', 'Mr. A to Mr. B.', 'Nov. 19', 'The harvest.', '1'],
    ['379', 'do', 'Nov. 27', 'Same subject', '1'],
    ['446', 'Mr. B to Mr. A.', 'do', 'The answer.', '1'],
    ['', 'Mr. A to Mr. B.', '', 'A third.', '2'],
  ].map((cells) => `<row>${cells.map((cell) => `<cell>${cell}</cell>`).join('')}</row>`);
  const later =
    '<row><cell>No.</cell><cell>Date</cell><cell>From and to whom</cell><cell>Subject</cell><cell>Page</cell></row>' +
    '<row><cell/><cell>Nov. 28</cell><cell>To B.</cell><cell>A fourth.</cell><cell>3</cell></row>' +
    '<row><cell/><cell>_ _ _do_ _ _</cell><cell>To C.</cell><cell>A fifth.</cell><cell>3</cell></row>';
  const list =
    `<front><div xml:id="papers"><table>${rows.join('')}</table><table>${later}</table></div>` +
    `<div><head>List of papers by countries</head><table>${later}</table></div></front>`;
  const volume = await readVolume([inventedXml.replace(/<front>[^]*<\/front>/, list)]);
  const asked = (firstPage: string, day: string, number?: string) =>
    ({ document: { firstPage }, dates: { dateSent: { date: `1863-11-${day}` } }, printed: { number } }) as Mapped;
  const summaries = (all: readonly Mapped[]) => all.map((one) => summariesOf(volume, all).get(one));
  const documents = [asked('1', '27', '446'), asked('1', '19', '378'), asked('1', '27', '379'), asked('2', '27')];
  expect(summaries(documents)).toEqual(['The answer.', 'The harvest.', undefined, 'A third.']);
  expect(summaries([asked('3', '28'), asked('3', '28')])).toEqual(['A fourth.', 'A fifth.']);
});
