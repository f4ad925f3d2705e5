import { describe, expect, test } from 'vitest';
import { documentsOf, readVolume } from '../../src/import/read-volume.ts';
import { toRecord } from '../../src/import/to-record.ts';
import { toTree } from '../../src/import/to-tree.ts';
import { elementOf, headed, inventedXml } from './volume.ts';

const documents = documentsOf(await readVolume([inventedXml]));
const records = documents.map(({ element }) => toRecord(element, toTree(element, 'frus1899v09')));

test('a telegram says its number, its day and hour, and who sends it to whom', () => {
  expect(records[0]).toEqual({
    kind: 'telegram',
    fileNumber: '700.01 Harvest/22',
    number: '39',
    sender: [{ name: 'Gilbert', office: 'Chargé in Ruritania' }],
    recipient: [{ office: 'Secretary of State' }],
    participants: [],
    sent: { place: 'Strelsau', date: '1899-02-03', hour: '17:00', undated: false, supplied: [] },
    received: {
      date: '1899-02-03',
      hour: '14:55',
      offset: '-05:00',
      inferredFrom: 'from the time zone of the place on that day',
      undated: false,
      supplied: ['year'],
    },
    dateSaid: { date: '1899-02-03', moment: '1899-02-03T17:00:00', ground: '' },
    firstWords:
      'The harvest is as good as that of its [their] neighbours, 4[48] bushels, not [then?] counted; see ante, p. 1.',
  });
});

test('an instruction has its number in a line of its own', () => {
  expect(records[1]).toMatchObject({
    kind: 'instruction',
    number: '40',
    recipient: [{ name: 'Gilbert', office: 'Chargé in Ruritania' }],
  });
});

describe('a heading says who writes to whom, and nobody is identified:', () => {
  test.each([
    [
      'Mr. A. Root to the Acting Secretary of State',
      [{ name: 'Mr. A. Root' }],
      [{ office: 'Acting Secretary of State' }],
    ],
    ['The Legation to the Department of State', [{ office: 'Legation' }], [{ office: 'Department of State' }]],
    ['Memorandum by the Chief of Division (Murray)', [{ name: 'Murray', office: 'Chief of Division' }], []],
    ['Memorandum by the Clerk (A) of a Conversation With the King', [{ name: 'A', office: 'Clerk' }], []],
    [
      'Memorandum by Mr. John A. Clay, Jr., of the Division of Maps, of a Conversation With the King',
      [{ name: 'Mr. John A. Clay, Jr.', office: 'Division of Maps' }],
      [],
    ],
    ['Memorandum by the Assistant to the King (A)', [{ name: 'A', office: 'Assistant to the King' }], []],
    [
      'Memorandum by the Assistant to the King (A) to the Queen',
      [{ name: 'A', office: 'Assistant to the King' }],
      [{ office: 'Queen' }],
    ],
    [
      'Memorandum by Mr. A. B. Clay, Deputy to the Consul (Cod), to the King',
      [{ name: 'Mr. A. B. Clay', office: 'Deputy to the Consul (Cod)' }],
      [{ office: 'King' }],
    ],
    ['Memorandum by the Clerk (A) to the Secretary', [{ name: 'A', office: 'Clerk' }], [{ office: 'Secretary' }]],
    [
      'The Secretary of State to the Delegate (Miller) and the Alternate (Hackworth)',
      [{ office: 'Secretary of State' }],
      [
        { name: 'Miller', office: 'Delegate' },
        { name: 'Hackworth', office: 'Alternate' },
      ],
    ],
    ['Memorandum of Telephone Conversation, by the Clerk (A)', [{ name: 'A', office: 'Clerk' }], []],
    ['Memorandum of Trans-Atlantic Telephone Conversation, by the Clerk (A)', [{ name: 'A', office: 'Clerk' }], []],
    [
      'No. 647 Memorandum by the Clerk (A) to the Secretary',
      [{ name: 'A', office: 'Clerk' }],
      [{ office: 'Secretary' }],
    ],
    ['No. 36. Mr. Gresham to Mr. Baker.', [{ name: 'Mr. Gresham' }], [{ name: 'Mr. Baker' }]],
    ['Mr. Seward to Mr. Adams.', [{ name: 'Mr. Seward' }], [{ name: 'Mr. Adams' }]],
    ['Señor del Viso to General O’Hara, Jr.', [{ name: 'Señor del Viso' }], [{ name: 'General O’Hara, Jr.' }]],
    ['Prime Minister A to Marshal B', [{ name: 'Prime Minister A' }], [{ name: 'Marshal B' }]],
    ['The Consul (A) to General B', [{ name: 'A', office: 'Consul' }], [{ name: 'General B' }]],
    ['Report on a Visit of the Prince to General Smith', [], []],
    ['Circular addressed to the diplomatic officers.', [], [{ office: 'diplomatic officers' }]],
    ['Treaty Between Here and There, Signed at Strelsau', [], []],
    ['A royal edict sent by the court (May 1) to the King of Zenda, who received it (May 3)', [], []],
    ['Memorandum touching the edict, and the answer communicated to Mr. Clay by Mr. Fish', [], []],
    ['80.Memorandum by the Clerk (A)', [{ name: 'A', office: 'Clerk' }], []],
    ['Memorandum for the Record, by the Clerk (A)', [{ name: 'A', office: 'Clerk' }], []],
    ['The Marquis de Lemnos to Don J. B. Cruz', [{ name: 'Marquis de Lemnos' }], [{ name: 'Don J. B. Cruz' }]],
    [
      'Mr. A. Root, Chairman of the Board of Wool, to Mr. Fish, Mr. Clay, and others',
      [{ name: 'Mr. A. Root', office: 'Chairman of the Board of Wool' }],
      [{ name: 'Mr. Fish, Mr. Clay, and others' }],
    ],
    [
      'The Consul (A), Temporarily in Zenda, to the Envoy, Near East (B)',
      [{ name: 'A', office: 'Consul' }],
      [{ name: 'B', office: 'Envoy, Near East' }],
    ],
    [
      'Memorandum From Anton K. Clay of the Royal Staff to the Acting U. S. Delegate',
      [{ name: 'Anton K. Clay', office: 'Royal Staff' }],
      [{ office: 'Acting U. S. Delegate' }],
    ],
    ['Aide-Mémoire From the British Embassy', [{ office: 'British Embassy' }], []],
    ['Memorandum From the Joint Chiefs for the King', [], []],
    ['Dispatch From the Station in Zenda to the Agency', [{ office: 'Station in Zenda' }], [{ office: 'Agency' }]],
    ['Cable From the Agency to the Station in Zenda', [{ office: 'Agency' }], [{ office: 'Station in Zenda' }]],
    [
      'Progress Report by the Clerk (A) to the Royal Council',
      [{ name: 'A', office: 'Clerk' }],
      [{ office: 'Royal Council' }],
    ],
    ['Report to the Royal Council by the Clerk (A)', [{ name: 'A', office: 'Clerk' }], [{ office: 'Royal Council' }]],
    [
      'The Clerk (A) to the Secretary of Wool and the Under Secretary of Wool (B)',
      [{ name: 'A', office: 'Clerk' }],
      [{ office: 'Secretary of Wool' }, { name: 'B', office: 'Under Secretary of Wool' }],
    ],
    ['Mr. A to the Wool Co.', [{ name: 'Mr. A' }], [{ office: 'Wool Co.' }]],
    ['Report by the Former Clerk (A)', [{ name: 'A', office: 'Former Clerk' }], []],
    [
      'Oral Statement by the King (A) to the Queen (B)',
      [{ name: 'A', office: 'King' }],
      [{ name: 'B', office: 'Queen' }],
    ],
    [
      'Informal and Unofficial Statement Handed by the Consul (<persName type="from">A</persName>) to the King on May 3, 1899',
      [{ name: 'A', office: 'Consul' }],
      [{ office: 'King' }],
    ],
    [
      'Draft Proposal Handed by the King to the Consul (A) on May 3, 1899',
      [{ office: 'King' }],
      [{ name: 'A', office: 'Consul' }],
    ],
    [
      'Memorandum by Lieutenant Colonel Ann <persName type="from">Fish</persName> to Madame <persName>Clay</persName>',
      [{ name: 'Lieutenant Colonel Ann Fish' }],
      [{ name: 'Madame Clay' }],
    ],
    [
      'Major Fritz von Hentzau to Air Chief Marshal Fish',
      [{ name: 'Major Fritz von Hentzau' }],
      [{ name: 'Air Chief Marshal Fish' }],
    ],
    [
      'General of the Army Ann Fish to the Joint Chiefs',
      [{ name: 'General of the Army Ann Fish' }],
      [{ office: 'Joint Chiefs' }],
    ],
    [
      'General Fish, at Zenda, to the Secretary of State, at Strelsau',
      [{ name: 'General Fish' }],
      [{ office: 'Secretary of State' }],
    ],
    [
      'Memorandum From the Ambassador-Designate to Ruritania (A) to President B',
      [{ name: 'A', office: 'Ambassador-Designate to Ruritania' }],
      [{ name: 'President B' }],
    ],
    [
      'Mr. A. Fish, the Special Counsel to President <persName>Clay</persName>, to the Secretary',
      [{ name: 'Mr. A. Fish', office: 'Special Counsel to President Clay' }],
      [{ office: 'Secretary' }],
    ],
    [
      'Mr. A. Fish, Personal Representative of the President to Pope Leo, to President Clay',
      [{ name: 'Mr. A. Fish', office: 'Personal Representative of the President to Pope Leo' }],
      [{ name: 'President Clay' }],
    ],
    [
      'President Clay to Mr. A. Fish, Personal Representative of President Clay to Pope Leo',
      [{ name: 'President Clay' }],
      [{ name: 'Mr. A. Fish', office: 'Personal Representative of President Clay to Pope Leo' }],
    ],
    ['Pope Leo to President Clay', [{ name: 'Pope Leo' }], [{ name: 'President Clay' }]],
    [
      'Memorandum for the King by Mr. A, the Counsel to the Queen',
      [{ name: 'Mr. A', office: 'Counsel to the Queen' }],
      [{ office: 'King' }],
    ],
    [
      'Memorandum of Conversation; by Mr. A. Fish, Assistant to the King',
      [{ name: 'Mr. A. Fish', office: 'Assistant to the King' }],
      [],
    ],
    ['Joint Memorandum by the Clerks to the King', [{ office: 'Clerks' }], [{ office: 'King' }]],
    ['Address by President A to the Senate', [], []],
    ['Log of the Voyage of the King to the Conference', [], []],
    ['Report of the Wool Mission to the East', [], []],
    ['Position Paper Prepared in the Castle for the Delegation to the Conference', [], []],
    ['Draft Note to the King', [], []],
    ['Memorandum to the King', [], [{ office: 'King' }]],
    ['Circular Telegram to the Embassy in Zenda', [], [{ office: 'Embassy in Zenda' }]],
    ['<gloss type="from">Draft Telegram</gloss> to the Consul (A)', [], [{ name: 'A', office: 'Consul' }]],
    ['Final Communiqué of the Conference to the Press', [], []],
    ['The Record Office to the King', [{ office: 'Record Office' }], [{ office: 'King' }]],
    ['Extracts From the Diary of Fritz, Secretary to the President', [], []],
    ['Tosec 95 to Zenda, March 21. Text of a message from the King to President A. Secret.', [], []],
  ])('%s', async (heading, sender, recipient) => {
    expect(await recordOf(headed(heading))).toMatchObject({ sender, recipient });
  });
});

const recordOf = async (content: string) => {
  const element = await elementOf(content);
  return toRecord(element, toTree(element, 'frus1899v09'));
};

describe('the day and place of a dateline in two lines are read from the second:', () => {
  const dateline = (lines: string) =>
    headed('Mr. Rassendyll to Mr. Sapt.', `<opener><dateline>${lines}</dateline></opener><p>x</p>`);
  test.each([
    ['Department of State,<lb/><placeName>Strelsau</placeName>, May 1, 1899.', 'Strelsau'],
    ['<placeName>Legation of Nowhere,<lb/>Strelsau</placeName>, May 1, 1899.', 'Strelsau'],
    ['<placeName>Legation of Nowhere<lb/>Strelsau</placeName>, May 1, 1899.', 'Strelsau'],
    ['<placeName>Department of State, Strelsau,</placeName> May 1, 1899.', 'Strelsau'],
    ['Department of State, May 1, 1899.', undefined],
  ])('%s', async (lines, place) => {
    const { sent } = await recordOf(dateline(lines));
    expect([sent?.date, sent?.place]).toEqual(['1899-05-01', place]);
  });

  test('with the day of receipt after it, and its hour, which is not that of sending', async () => {
    for (const word of ['Received', 'Rec’d']) {
      const line = `Embassy,<lb/>Strelsau, July 8, 1899. (${word} July 23, 2.30 a. m.)`;
      const { sent, received } = await recordOf(dateline(line));
      expect([sent?.date, sent?.hour, received?.date, received?.hour]).toEqual([
        '1899-07-08',
        undefined,
        '1899-07-23',
        '02:30',
      ]);
    }
  });

  test.each([
    ['Legation of Nowhere,<lb/>Peking, Ruritania, May 1, 1899.', 'Peking'],
    ['Hotel Tarlenheim, Paris, May 1, 1899.', 'Paris'],
    ['Zenda, Ruritania, May 1, 1899.', 'Zenda, Ruritania'],
    ['Executive Mansion, Strelsau, May 1, 1899.', 'Strelsau'],
  ])('a known city stands for the place that it is printed with: %s', async (lines, place) => {
    expect((await recordOf(dateline(lines))).sent?.place).toBe(place);
  });
});

describe('a heading that ends with a date gives day and place where no dateline does:', () => {
  test.each([
    [
      'Memorandum of a Conversation Between A and B (C). Strelsau, <date>May 1, 1899, noon</date><note n="1">1899.</note>',
      'Strelsau',
    ],
    ['Minutes of the Council, Tuesday, <hi><date>May 1, 1899</date></hi>', undefined],
    ['Minutes, Second Meeting, <date>May 1, 1899</date>', undefined],
    ['Memorandum of a Conversation, Department of State, Strelsau, <date>May 1, 1899</date>', 'Strelsau'],
    ['Memorandum of a Meeting at the White House, <date>May 1, 1899</date>', undefined],
  ])('%s', async (head, place) => {
    const { sent } = await recordOf(headed(head));
    expect([sent?.date, sent?.place]).toEqual(['1899-05-01', place]);
  });

  test('and they are not part of the name of an office', async () => {
    const head = 'Memorandum From the Clerk (A) to the Secretary of State, Strelsau, <date>May 1, 1899</date>';
    expect((await recordOf(headed(head))).recipient).toEqual([{ office: 'Secretary of State' }]);
  });
});

test('the file number is that of a file of the Department', async () => {
  const filed = async (line: string) =>
    (await recordOf(`<note rend="inline">${line}</note>${headed('Paper')}`)).fileNumber;
  expect(await filed('File No. 711.19/20')).toBe('711.19/20');
  expect(await filed('Paris Peace Conf. 184.00101/9: Telegram')).toBe('Paris Peace Conf. 184.00101/9');
  expect(await filed('No. 105.')).toBeUndefined();
  expect(await filed('PPS files, lot 64 D 563')).toBeUndefined();
});

test('lines above the heading are not who writes to whom, but may say that it is a telegram', async () => {
  const above = '<pb n="3"/><note rend="inline">No. 1.</note><note rend="center">LETTERS TO MR. B TO MR. C</note>';
  const head = '<opener><seg>[By cable.]</seg></opener><head>Mr. Read to Mr. Fish.</head><p>x</p>';
  expect(await recordOf(above + head)).toMatchObject({
    kind: 'telegram',
    sender: [{ name: 'Mr. Read' }],
    recipient: [{ name: 'Mr. Fish' }],
  });
});

test('a paper of a day and hour whose number stands before its words is a telegram, whatever its file line says', async () => {
  const sent = (heading: string, hour = '') =>
    recordOf(headed(heading, `<dateline>Zenda, May 29, 1899${hour}.</dateline><p>74. Your 69.</p><p>x</p>`));
  expect(await sent('Mr. A to Mr. B.', '—6 p.m')).toMatchObject({ kind: 'telegram', number: '74' });
  expect(await sent('Mr. A to Mr. B.')).toMatchObject({ kind: 'letter', number: undefined });
  expect(await sent('Memorandum by Mr. A to Mr. B.', '—6 p.m')).toMatchObject({ kind: 'memorandum' });
});

test('place and day below the signature are those of a document without a dateline', async () => {
  const below = (line: string) =>
    recordOf(headed('Mr. A to Mr. B.', `<p>x</p><signed>A</signed><postscript><p>${line}</p></postscript>`));
  expect((await below('[Zenda,] May 29, 1899.')).sent).toMatchObject({
    place: 'Zenda',
    date: '1899-05-29',
    supplied: ['place'],
  });
  expect((await below('[The ratifications were exchanged at Zenda, May 29, 1899.]')).sent).toBeUndefined();
});

test('a file line without a figure is no file number, and “Undated” is no place', async () => {
  const record = await recordOf(
    `<note rend="inline">The King’s Papers: Telegram</note>${headed('Zenda Minutes', '<dateline>[Undated.]</dateline><p>x</p>')}`,
  );
  expect(record).toMatchObject({ kind: 'telegram', fileNumber: undefined });
  expect(record.sent).toMatchObject({ undated: true, place: undefined });
});

test('what a document is may stand in its heading’s last word or in a line above its text', async () => {
  expect(await recordOf(headed('Zenda Minutes'))).toMatchObject({ kind: 'minutes' });
  const opener = '<opener><seg>[Telegram.—Paraphrase.]</seg></opener><p>x</p>';
  expect(await recordOf(headed('Mr. A to Mr. B.', opener))).toMatchObject({ kind: 'telegram' });
  const middle = '<p rend="center">[Telegram]</p>';
  expect(await recordOf(headed('Mr. A to Mr. B.', `${middle}<p>63. x</p>`))).toMatchObject({
    kind: 'telegram',
    number: '63',
  });
  expect(await recordOf(headed('Mr. A to Mr. B.', `<p>x</p>${middle}<p>63. x</p>`))).toMatchObject({ kind: 'letter' });
  const numbered = '<opener><seg>No. 63.]</seg></opener><p>x</p>';
  expect(await recordOf(headed('Mr. A to Mr. B.', numbered))).toMatchObject({ kind: 'letter', number: '63' });
});

test('who was present may stand in a list within the list, or in several', async () => {
  const present = (word: string, name: string) => `<list><head>${word}</head><item>${name}</item></list>`;
  const lists = present('MEMBERS PRESENT', 'Mr. A') + present('OTHERS PRESENT', 'Mr. B') + present('SUBJECT', 'C');
  expect((await recordOf(headed('Memorandum', lists))).participants).toEqual([{ name: 'Mr. A' }, { name: 'Mr. B' }]);
  const list = '<list><item>Present: <list><item>Mr. A</item><item>Mr. B</item></list></item></list><p>x</p>';
  expect((await recordOf(headed('Zenda Minutes', list))).participants).toEqual([{ name: 'Mr. A' }, { name: 'Mr. B' }]);
});

test('the words above a list of those who were present, or of the subject, may be its first point', async () => {
  const list = (type: string, word: string, ...items: string[]) =>
    `<list ${type}>${[word, ...items].map((item) => `<item>${item}</item>`).join('')}</list>`;
  const present = (type: string) => list(type, 'Participants:', 'P—Mr. A', 'Mr. B');
  for (const type of ['type="participants"', ''])
    expect(await recordOf(headed('Memorandum', present(type) + list('', 'Subject:', 'Wool')))).toMatchObject({
      participants: [{ name: 'P—Mr. A' }, { name: 'Mr. B' }],
      firstWords: 'Wool',
    });
});

test('those who were present may stand in the second column of a table', async () => {
  const row = (...cells: string[]) => `<row>${cells.map((cell) => `<cell>${cell}</cell>`).join('')}</row>`;
  const tabled = (...rows: string[]) => recordOf(headed('Memorandum', `<table>${rows.join('')}</table><p>x</p>`));
  const present = row('Participants:', 'Mr. A, the Clerk.') + row('', 'Mr. B');
  expect(await tabled(row('To:', 'The King'), present, row('Subject:', 'Wool'))).toMatchObject({
    recipient: [{ office: 'King' }],
    participants: [{ name: 'Mr. A, the Clerk' }, { name: 'Mr. B' }],
  });
  expect(await tabled(row('From', 'To'), row('Present', '3'))).toMatchObject({ sender: [], participants: [] });
});

test('those who were present may be told in one sentence of a list', async () => {
  const names = ['Present: The King,', 'Mr. A. B. Clay, Jr.;', 'and Mr. Fish.'].map((name) => `<item>${name}</item>`);
  const list = `<list type="participants">${names.join('')}</list><p>x</p>`;
  expect((await recordOf(headed('Memorandum', list))).participants).toEqual([
    { name: 'The King' },
    { name: 'Mr. A. B. Clay, Jr.' },
    { name: 'Mr. Fish' },
  ]);
});

test('those who were present may all be set in small capitals', async () => {
  const names = ['Mr. A', 'Mr. B'].map((name) => `<item><hi rend="smallcaps">${name}</hi></item>`).join('');
  const list = `<list type="participants"><item>Present: <list>${names}</list></item></list><p>x</p>`;
  expect((await recordOf(headed('Zenda Minutes', list))).participants).toEqual([{ name: 'Mr. A' }, { name: 'Mr. B' }]);
});

test('a group of those who were present is none of them, and who is addressed is none of the first words', async () => {
  const list = (word: string, items: string) => `<list><head>${word}</head>${items}</list>`;
  const groups =
    '<item><hi rend="italic">Ruritania</hi></item><item>Mr. A</item><item>Here:</item>' +
    '<item>Army<list><item>General B</item></list></item>' +
    '<item><list><head>Navy</head><item>Admiral C</item></list></item>';
  const lists =
    list('TO', '<item>The King</item>') + list('PARTICIPANTS', groups) + list('SUBJECT', '<item>Wool</item>');
  expect(await recordOf(headed('Memorandum of Conversation', lists))).toMatchObject({
    participants: [{ name: 'Mr. A' }, { name: 'General B' }, { name: 'Admiral C' }],
    firstWords: 'Wool',
  });
});

test('capitals above the text are none of its first words', async () => {
  const capitals = '<p>CONFIDENTIAL</p><p>EYES ONLY</p>';
  expect((await recordOf(headed('Paper', `${capitals}<p>The wool is fine.</p>`))).firstWords).toBe('The wool is fine.');
  expect((await recordOf(headed('Paper', capitals))).firstWords).toBe('CONFIDENTIAL');
  expect((await recordOf(headed('Paper', '<p rend="flushleft">Subject: Wool</p>'))).firstWords).toBe('Wool');
  const cabled = '<p>[Telegram.]</p><p>Congratulate the emperor.</p>';
  expect((await recordOf(headed('Mr. Fish to Mr. Boker', cabled))).firstWords).toBe('Congratulate the emperor.');
});

test('whom a paper is to, and from whom, stands in lists where its heading does not say it', async () => {
  const list = (word: string, ...items: string[]) =>
    `<list><head>${word}</head>${items.map((item) => `<item>${item}</item>`).join('')}</list>`;
  const lists =
    list('FROM', 'S/P—Mr. A') + list('TO', 'The Secretary of Wool', 'The Hon. B (Zenda)') + list('INFO', 'The Clerk');
  expect(await recordOf(headed('National Action Memorandum No. 3', `${lists}<p>x</p>`))).toMatchObject({
    sender: [{ name: 'S/P—Mr. A' }],
    recipient: [{ office: 'Secretary of Wool' }, { name: 'The Hon. B (Zenda)' }],
    participants: [],
  });
  expect(await recordOf(headed('The Consul (C) to the King', `${lists}<p>x</p>`))).toMatchObject({
    sender: [{ name: 'C', office: 'Consul' }],
    recipient: [{ office: 'King' }],
  });
});

test('to whom a telegram goes, in a line above its text, is none of the first words', async () => {
  for (const line of ['Blaine, Minister of the King, Paris:', '2228. Rassendyll from Sapt:']) {
    const telegram = headed('Mr. A to Mr. B.', `<p>${line}</p><p>The wool.</p>`);
    expect((await recordOf(telegram)).firstWords).toBe('The wool.');
  }
});

test('the number of a series or of an airgram is none of the first words, and the airgram has it', async () => {
  const subject = '<list><head>SUBJECT</head><item>Wool</item></list>';
  const airgram = headed('Airgram From A to the King', `<p rend="flushleft">A–60</p>${subject}`);
  expect(await recordOf(airgram)).toMatchObject({ kind: 'despatch', number: 'A–60', firstWords: 'Wool' });
  expect((await recordOf(headed('Report', '<p>NSC 5516/1</p><p>The wool.</p>'))).firstWords).toBe('The wool.');
});

test.each([
  ['The King to the Consul at Zenda', 'letter'],
  ['The Secretary of State to the Consul at Zenda', 'instruction'],
  ['The Consul at Zenda to the Secretary of State', 'despatch'],
])('an airgram goes with the mail, though its number and hour stand as those of a telegram: %s', async (head, kind) => {
  const dateline = '<dateline>Zenda, May 6, 1899—5 p. m.</dateline>';
  const airgram = (rest: string) =>
    recordOf(`<note rend="inline">700.01/22: Airgram</note>${headed(head, dateline + rest)}`);
  const expected = { kind, fileNumber: '700.01/22', firstWords: 'The wool is fine.' };
  expect(await airgram('<p>A–60. The wool is fine.</p>')).toMatchObject({ ...expected, number: 'A–60' });
  const above = '<opener><seg rendition="#left">A–61</seg></opener>';
  expect(await airgram(`${above}<p>7. The wool is fine.</p>`)).toMatchObject({ ...expected, number: 'A–61' });
  expect(await airgram('<p>The wool is fine.</p>')).toMatchObject({ ...expected, number: undefined });
});

test.each([
  ['Secto 20. The wool.', 'Secto 20'],
  ['101234/Tosec 30. The wool.', '101234/Tosec 30'],
  ['WAR–39. The wool.', 'WAR–39'],
  ['CA 56514. 1. The wool.', 'CA 56514'],
  ['War 91800. The wool.', 'War 91800'],
  ['[telegram indicator not declassified] 605. The wool.', '605'],
  ['Embtel 278. The wool.', undefined],
])('a telegram has the number of a conference before its words: %s', async (words, number) => {
  const record = await recordOf(headed('Telegram From A to B', `<p>${words}</p>`));
  expect(record).toMatchObject({ number, firstWords: number === undefined ? words : 'The wool.' });
});

test('a number that stands alone above a point is none of the first words', async () => {
  const points = '<p rend="center">1.</p><p>2. The wool is fine.</p>';
  expect((await recordOf(headed('Minutes', points))).firstWords).toBe('The wool is fine.');
  expect((await recordOf(headed('Minutes of May', '<p rend="center">1.</p>'))).firstWords).toBe('Minutes of May');
});

describe('a heading that marks names says who writes to whom:', () => {
  const name = (one: string) => `<persName>${one}</persName>`;
  test.each([
    [
      `Memorandum From ${name('Fritz A. Tarlenheim')} of the Royal Staff to the King’s Assistant (${name('Sapt')})`,
      [{ name: 'Fritz A. Tarlenheim', office: 'Royal Staff' }],
      [{ name: 'Sapt', office: 'King’s Assistant' }],
    ],
    [
      `Action Memorandum From Secretary of State ${name('A')}, Secretary of War ${name('B')}, and ` +
        `the Clerk of Roads, Strelsau (${name('C')}) to President ${name('D')}`,
      [
        { name: 'A', office: 'Secretary of State' },
        { name: 'B', office: 'Secretary of War' },
        { name: 'C', office: 'Clerk of Roads, Strelsau' },
      ],
      [{ name: 'President D' }],
    ],
    [
      `Memorandum by Mr. ${name('A. B. Clay')}, Deputy to the Consul (${name('Cod')}), to the King`,
      [{ name: 'Mr. A. B. Clay', office: 'Deputy to the Consul (Cod)' }],
      [{ office: 'King' }],
    ],
    [
      `Letter From ${name('Rupert Hentzau')} to ${name('Michael Elphberg')}`,
      [{ name: 'Rupert Hentzau' }],
      [{ name: 'Michael Elphberg' }],
    ],
    [
      `Letter From Secretary of State ${name('Root')} and the Joint Chiefs to ${name('Ann B.')} of the Staff, Zenda, and ${name('C')}`,
      [{ office: 'Secretary of State Root and the Joint Chiefs' }],
      [{ name: 'Ann B.', office: 'Staff, Zenda' }, { name: 'C' }],
    ],
    [
      `Telegram From the Consul to Secretary of State ${name('A')} in Zenda`,
      [{ office: 'Consul' }],
      [{ office: 'Secretary of State A in Zenda' }],
    ],
  ])('%s', async (head, sender, recipient) => {
    expect(await recordOf(headed(`7. ${head}<note n="1">${name('E')}</note>`))).toMatchObject({ sender, recipient });
  });
});

test('the recipient comes after whom the heading marks as the sender, whatever offices are “to” somebody', async () => {
  const from = '<persName type="from">Bender</persName>';
  const head = `Memorandum From the Adviser on Matters to the Mission (${from}) to the Aide to the King (<persName type="to">Lodge</persName>)`;
  expect(await recordOf(headed(head))).toMatchObject({
    sender: [{ name: 'Bender', office: 'Adviser on Matters to the Mission' }],
    recipient: [{ name: 'Lodge', office: 'Aide to the King' }],
  });
  const by = `Memorandum by the Aide to the King (${from}) to the Queen`;
  expect(await recordOf(headed(by))).toMatchObject({
    sender: [{ name: 'Bender', office: 'Aide to the King' }],
    recipient: [{ office: 'Queen' }],
  });
  expect(await recordOf(headed(by.replace(' to the Queen', '')))).toMatchObject({
    sender: [{ name: 'Bender', office: 'Aide to the King' }],
    recipient: [],
  });
  const older = 'The <gloss type="from">Minister</gloss> to the Aide to the <gloss type="to">King</gloss>';
  expect(await recordOf(headed(older))).toMatchObject({
    sender: [{ office: 'Minister' }],
    recipient: [{ office: 'Aide to the King' }],
  });
});

describe('an office may be one “to” somebody:', () => {
  test.each([
    ['Telegram From the Mission to the League to the Department', 'Mission to the League', 'Department'],
    ['Telegram From the Department to the Mission to the League', 'Department', 'Mission to the League'],
    ['Backchannel Message From the Assistant to the King (A) to the Queen', 'Assistant to the King', 'Queen'],
    ['Telegram From the Mission to the Department', 'Mission', 'Department'],
    [
      'Telegram From the <gloss type="from">Mission</gloss> to the <gloss type="to">League</gloss> to the Department',
      'Mission to the League',
      'Department',
    ],
    [
      'The <gloss type="from">Ambassador</gloss> to the <gloss type="to">Assistant to the King</gloss>',
      'Ambassador',
      'Assistant to the King',
    ],
  ])('%s', async (head, from, to) => {
    const { sender, recipient } = await recordOf(headed(head));
    expect([sender[0]?.office, recipient[0]?.office]).toEqual([from, to]);
  });
});

test('a heading may give number, place and day without a mark', async () => {
  const head = 'Telegram 1717 From the Embassy in Ruritania to the Department of State, March 20, 1899, 1115Z.';
  expect(await recordOf(headed(head, '<p>1. First.</p><p>3. Third.</p>'))).toMatchObject({
    number: '1717',
    sender: [{ office: 'Embassy in Ruritania' }],
    recipient: [{ office: 'Department of State' }],
    sent: { date: '1899-03-20', hour: '11:15', offset: '+00:00' },
  });
  expect(await recordOf(headed('Memorandum of Conversation, Zenda, May 3, 1899, 10:00 a.m.'))).toMatchObject({
    sent: { place: 'Zenda', date: '1899-05-03', hour: '10:00' },
  });
  expect(await recordOf(headed('Memorandum From the Clerk to the King, Zenda, undated.'))).toMatchObject({
    recipient: [{ office: 'King' }],
    sent: { place: 'Zenda', undated: true },
  });
});

test.each([
  ['Treaty Between Two, Signed at Zenda, May 3, 1899', { place: 'Zenda', date: '1899-05-03' }],
  ['Final Act of the Harvest Conference, Signed at Zenda, May 3, 1899', { place: 'Zenda', date: '1899-05-03' }],
  ['Minutes of a Conference on Wool Held at U. S. Legation, Zenda, May 3–4, 1899', { date: '1899-05-03/1899-05-04' }],
  ['Press Release Issued by the Department of State on May 3, 1899', { date: '1899-05-03' }],
  ['Statement Made by the Queen to the Press at Zenda, May 3, 1899', { date: '1899-05-03', place: undefined }],
  ['Joint Statement by the King and A. Fish, Minister of Wool, May 3, 1899', { date: '1899-05-03', place: undefined }],
  ['Radio Address Delivered by the King (A) at a Luncheon on May 3, 1899', { date: '1899-05-03' }],
  ['Remarks by the Queen, Zenda, May 3, 1899', { date: '1899-05-03', place: 'Zenda' }],
  ['Draft Proposal Handed to the Press on May 3, 1899', { date: '1899-05-03' }],
  ['Statement by the King on the Treaty Signed at Zenda, May 3, 1899', undefined],
  ['Statement Regarding the Harvest of the Year That Ends, May 3, 1899', undefined],
  ['Procès-Verbal of the Deposit of Ratifications of the Treaty, Signed at Zenda, May 3, 1899', undefined],
  ['Protocol of Exchange of Ratifications of the Treaty Signed at Zenda, May 3, 1899', undefined],
  ['The Minister to the Secretary, on the Treaty Signed at Zenda, May 3, 1899', undefined],
  ['Report on the Harvest Conference Held at Zenda, May 3, 1899', undefined],
  ['The Minister to the Secretary, on the Treaty, Signed at Zenda, May 3, 1899', undefined],
])('a heading may say when its document itself was signed, held or given to the press: %s', async (head, sent) => {
  const record = await recordOf(headed(head));
  if (sent) expect(record.sent).toMatchObject(sent);
  else expect(record.sent).toBeUndefined();
  expect(record.sender.map(({ office }) => office)).toEqual(head.startsWith('The Minister') ? ['Minister'] : []);
});

test.each([
  ['Telegram 2888 from Zenda, May 24. The views of the King.', '2888'],
  ['Circular telegram 2042 to certain posts, June 3. The wool.', '2042'],
])('a description of a telegram gives its number: %s', async (head, number) => {
  expect(await recordOf(headed(head))).toMatchObject({ kind: 'telegram', number, sender: [] });
});

test('a telegram whose points are counted on from its first words has no number', async () => {
  const telegram = (...points: string[]) =>
    recordOf(headed('Telegram From A to B', points.map((point) => `<p>${point}</p>`).join('')));
  expect((await telegram('3. Third.', '4. Fourth.')).number).toBeUndefined();
  expect((await telegram('2. Yours 5.', '1. First.', '2. Second.', '3. Third.')).number).toBe('2');
});

test('a paper is a memorandum by a line in the middle above its text or its heading, not by its text', async () => {
  const kindOf = async (rest: string) => (await recordOf(headed('The Consul to the King', rest))).kind;
  const line = '<p rend="center"><hi rend="smallcaps">Memorandum for the King</hi></p>';
  expect(await kindOf(`${line}<p>It rained.</p>`)).toBe('memorandum');
  expect(await kindOf(`<p>It rained.</p>${line}`)).toBe('letter');
  expect((await recordOf(`${line}${headed('The Consul to the King')}`)).kind).toBe('memorandum');
});

test.each([
  ['Editorial Note', 'editorial-note'],
  ['Editor’s Note', 'editorial-note'],
  ['Informal and Unofficial Oral Statement Handed by the Ruritanian Minister to the King', 'statement'],
  ['Draft Proposal Handed by the Ruritanian Minister to the King', 'paper'],
  ['Memorandum by the Clerk (A) of a Conversation With the King', 'memorandum-of-conversation'],
  ['Memorandum of a Telephone Conversation With the King', 'memorandum-of-conversation'],
  ['Memoranda by the Clerk (A) to the King', 'memorandum'],
  ['Aide Memoire From the Clerk', 'aide-memoire'],
  ['Royal Proclamation', 'statement'],
  ['Royal Wool', 'paper'],
  ['Royal Announcement to the Press', 'statement'],
  ['Exchange of Notes on Wool', 'treaty'],
  ['Supplementary Exchange of Notes on Wool', 'treaty'],
  ['Diplomatic Note From the Clerk', 'note'],
  ['Royal Letter From the Clerk', 'letter'],
  ['Royal Message From the Clerk', 'letter'],
  ['Position Paper From the Clerk to the King', 'paper'],
  ['The Clerk to the Consuls (Circular)', 'circular'],
  ['The Ruritanian Ambassador to the King', 'note'],
  ['The King to the Ruritanian Ambassador', 'note'],
  ['The Ruritanian Appointed Envoy to the King', 'note'],
  ['The King to the Minister for Foreign Affairs', 'note'],
  ['The Royal Foreign Office to the Consul', 'note'],
  ['The Royal Minister in Strelsau to the King', 'letter'],
  ['The American Minister to the King', 'letter'],
  ['Summary of Conclusions of a Meeting of the Harvest Committee', 'minutes'],
  ['National Security Action Memorandum No. 263', 'memorandum'],
  ['Information Memorandum From the Clerk to the King', 'memorandum'],
  ['Minutes, Second Meeting', 'minutes'],
  ['Summary Record of the 5th Meeting', 'minutes'],
  ['United States Delegation Minutes of the 5th Meeting', 'minutes'],
  ['Secretary’s Notes of a Conversation Held in the Castle', 'minutes'],
  ['Notes on a Conversation Between the King and the Queen', 'minutes'],
  ['Summary Notes of Conversations Between the King and the Queen', 'minutes'],
  ['Draft Telegram to the Consul at Zenda', 'telegram'],
  ['Memorandum of a Luncheon Conversation Among the Queens', 'memorandum-of-conversation'],
  ['Memorandum of a Trans-Atlantic Telephone Conversation, May 1', 'memorandum-of-conversation'],
  ['Procés-Verbal Regarding the Deposit of the Ratifications of the Protocol, Signed at Zenda, May 3, 1899', 'minutes'],
  ['International Load Line Convention and Final Protocol, Signed at Zenda, May 3, 1899', 'treaty'],
  ['Third Progress Report by the Clerk to the King', 'paper'],
  ['Note by the Clerk to the King', 'note'],
  ['Backchannel Message From the Clerk to the King', 'letter'],
  ['Report From the Clerk to the King', 'paper'],
  ['Airgram From the Embassy in Ruritania to the Department of State', 'despatch'],
  ['Dispatch From the Station in Zenda to the Agency', 'despatch'],
  ['Cable From the Agency to the Station in Zenda', 'telegram'],
  ['Airgram A–5 From the Department of State to the Embassy in Ruritania', 'instruction'],
])('%s: %s', async (head, kind) => {
  expect((await recordOf(headed(head))).kind).toBe(kind);
});

test.each([
  ['The Acting Secretary of State to the Consul', 'instruction'],
  ['The Department of State to the Consul', 'instruction'],
  ['The Consul to the Department of State', 'despatch'],
  ['The Consul to the Clerk', 'letter'],
])('a numbered paper is what the Department calls those that go that way: %s', async (head, kind) => {
  expect((await recordOf(headed(head, '<opener><seg>No. 5</seg></opener><p>x</p>'))).kind).toBe(kind);
});

test('a paper is a telegram by its file line, or a line above what is no text, not by an hour alone', async () => {
  const kindOf = async (content: string) => (await recordOf(content)).kind;
  const letter = 'Mr. A to Mr. B.';
  expect(await kindOf(`<note rend="inline">700.01/1: Circular telegram</note>${headed(letter)}`)).toBe('telegram');
  const list = '<opener><seg>[Telegram]</seg></opener><list><item>x</item></list>';
  expect(await kindOf(headed(letter, list))).toBe('telegram');
  expect(await kindOf(headed(letter, '<dateline>Zenda, May 29, 1899—6 p.m.</dateline><p>x</p>'))).toBe('letter');
  expect(await kindOf(headed(letter, '<p rend="center">Aide-Mémoire</p><p>x</p>'))).toBe('aide-memoire');
});

test('a date of what stands in a document as a part of its own is not that of the document', async () => {
  const part =
    '<div><head>Memorandum</head><dateline>Zenda, <date when="1899-05-03">May 3, 1899</date>.</dateline></div>';
  const { sent, dateSaid } = await recordOf(headed('Editor’s Note', `<p>x</p>${part}`));
  expect([sent, dateSaid]).toEqual([undefined, undefined]);
});

test('a dateline says that there is no date in its second line too', async () => {
  const { sent } = await recordOf(headed('Paper', '<dateline>Castle,<lb/>Zenda, undated.</dateline><p>x</p>'));
  expect(sent).toMatchObject({ undated: true, place: 'Zenda' });
});

test('the date of a heading is that of minutes, and of a treaty itself, not of what became of it', async () => {
  const dateOf = async (head: string) => (await recordOf(headed(head))).sent?.date;
  expect(await dateOf('Minutes of a Meeting Held at Zenda, May 3, 1899')).toBe('1899-05-03');
  expect(await dateOf('Convention on Wool, Signed at Zenda, May 3, 1899')).toBe('1899-05-03');
  expect(await dateOf('Protocol of Ratification, Signed at Zenda, May 3, 1899')).toBeUndefined();
  const spoken = await recordOf(headed('Statement by the King on May 3, 1899', ''));
  expect(spoken).toMatchObject({ sent: { date: '1899-05-03' }, firstWords: 'Statement by the King' });
  const partly = await recordOf(headed('The Clerk (A) to the King, <date>May 3</date>'));
  expect(partly).toMatchObject({ sent: undefined, recipient: [{ office: 'King, May 3' }] });
});

test('those of a list that the TEI says took part are none of the first words', async () => {
  const list = '<list type="participants"><item>Mr. A</item></list><p>The wool is fine.</p>';
  expect(await recordOf(headed('Memorandum', list))).toMatchObject({
    participants: [{ name: 'Mr. A' }],
    firstWords: 'The wool is fine.',
  });
});

test('a list of where, when and by whom a paper went is none of the first words', async () => {
  for (const word of ['THROUGH', 'PLACE', 'TIME', 'DATE:', 'REFS']) {
    const list = `<list><head>${word}</head><item>The castle</item></list><p>The wool is fine.</p>`;
    expect((await recordOf(headed('Memorandum', list))).firstWords, word).toBe('The wool is fine.');
  }
});
