/** What a historian types, and the paragraph it must lead to. */
import { describe, expect, test } from 'vitest';
import { dayOfTelegram, openSearchedOnce, search, statusOf } from './search-results.ts';

const page = await openSearchedOnce();

/** A query that the telegram alone of the edition answers, the place of its first hit, and the words marked there. */
const found: [query: string, place: string, marked: string][] = [
  ['"that on the outbreak"', '¶\u00A02', 'that on the outbreak'],
  ['"that on [sic] the outbreak"', '¶\u00A02', 'that on the outbreak'],
  ['“uneasy feeling” Comintern', '¶\u00A02', 'uneasy feeling'],
  ['"Litvinov while in London"', '¶\u00A04', 'Litvinov while in London'],
  ['"January 31"', 'Received', 'January 31'],
  ['2:55', 'Received', '2:55'],
  ['"Soviet Japanese dissensions"', '¶\u00A01', 'Soviet-Japanese dissensions'],
  ['"of Communism to support such attacks"', '¶\u00A03', 'of Communism [to support such attacks'],
  ['761.9315 Manchuria/35', 'Heading', '761.9315 Manchuria/35'],
  ['tel:39', 'Record', 'Telegram 39'],
];

/** The same of queries that many documents answer, of those sent on its day. */
const foundOnItsDay: typeof found = [
  ['Soviet Japanese', '¶\u00A01', 'Soviet-Japanese'],
  ['Soviet-Japanese', '¶\u00A01', 'Soviet-Japanese'],
  ['commissioned', '¶\u00A02', 'commissioned'],
  ['file:761.93', 'Record', '761.9315 Manchuria/35'],
  ['from:Henderson', 'Record', 'Henderson'],
  ['to:Hull', 'Record', 'Hull'],
  ['year:1936', 'Record', '[January 31, 1936]'],
  ['year:1934-1936', 'Record', '[January 31, 1936]'],
  ['place:London', 'Record', 'London'],
  ['kind:telegram', 'Record', 'telegram'],
  ['volume:frus1936v04', 'Record', 'frus1936v04'],
  ['Moscow', 'Record', 'Moscow'],
  ['note:Commissar', 'Note 56', 'Commissar'],
  ['charge', 'Heading', 'Chargé'],
];

describe('a query finds what is printed:', () => {
  test.each([
    ...found.map((row) => [...row, ''] as const),
    ...foundOnItsDay.map((row) => [...row, dayOfTelegram] as const),
  ])('%s', async (query, place, marked, rest) => {
    const [first] = await search(page, query, rest);
    expect(first?.title).toBe('The Chargé in the Soviet Union (Henderson) to the Secretary of State');
    expect(first?.nearNote).toBe('');
    expect(first?.hits[0]?.place).toBe(place);
    expect(first?.hits[0]?.exact[0]).toBe(marked);
    expect(await statusOf(page)).toContain('1 document');
  });
});

// Of the made documents every twenty-fifth has the same oddities.
describe('what is written in more than one way, and what only the record has, is counted:', () => {
  test.each([
    ['Sumner Welles', 28],
    ['additional', 28],
    ['USSR', 84],
    ['"H. M. S. Tamar"', 28],
    ['HMS', 84],
    ['1000000', 56],
    ['1,000,000', 56],
    ['re-examine', 56],
    ['reexamine', 56],
    ['cooperation', 84],
    ['aero', 28],
    ['Straße', 28],
    ['fleet', 28],
    ['761.93/35 1/2', 28],
    // A note of the telegram too.
    ['事件', 29],
    ['満洲', 28],
    ['page:701', 1],
    ['page:701-703', 3],
  ])('%s: %i', async (query, count) => {
    const [first] = await search(page, query);
    expect(first?.nearNote).toBe('');
    expect(await statusOf(page)).toMatch(new RegExp(`^${count} document`));
  });
});

describe('a query that nothing answers says so:', () => {
  test.each([
    'Comintern -Pravda',
    '761.9315 Manchuria/3',
    'litvinof',
    '"Japanese Soviet dissensions"',
    'note:extradited',
    'tel:390',
  ])('%s', async (query) => {
    expect(await search(page, query)).toEqual([]);
    expect(await statusOf(page)).toContain('No hit');
  });
});

test('a word in quotation marks is marked alone, not its other forms', async () => {
  const [first] = await search(page, '"desertion"');
  expect(first?.hits.flatMap(({ exact, near }) => [...exact, ...near])).toEqual(['desertion']);
});

test('other forms of a word are marked as near beside the word itself', async () => {
  const [first] = await search(page, 'desertion');
  expect(first?.hits[0]).toMatchObject({ exact: ['desertion'], near: ['deserters'] });
});

test('the one document that has a word just so comes before all that have other forms of it', async () => {
  const [first, ...others] = await search(page, 'commissioned');
  expect(first).toMatchObject({
    nearNote: '',
    title: 'The Chargé in the Soviet Union (Henderson) to the Secretary of State',
  });
  // What that is, is said once.
  expect(others.map(({ nearNote }) => nearNote.slice(0, 5))).toEqual(['Near:', ...Array<string>(8).fill('Near')]);
  expect(await statusOf(page)).toBe('542 documents for “commissioned”, 541 of them near.');
});

test('where only another form stands, the document is said to be near', async () => {
  const [first] = await search(page, 'deserting');
  expect(first?.nearNote).toMatch(/^Near: other forms of the words/);
  expect(await statusOf(page)).toContain('No exact hit');
});

test('a result shows its record line, and each hit leads to its place with the query', async () => {
  const [first] = await search(page, '“uneasy feeling” Comintern');
  expect(first?.recordLine).toContain('761.9315 Manchuria/35 · Telegram 39 · Loy W. Henderson to Cordell Hull');
  expect(first?.hits.map(({ place }) => place).slice(0, 2)).toEqual(['¶\u00A02', '¶\u00A03']);
  expect(first?.hits[0]?.href).toMatch(/\/documents\/moscow-1936-39\/\?q=.+#p2$/);
});

test('no excerpt shows note numbers, paragraph numbers or editorial marks', async () => {
  const shown = [...(await search(page, 'Undoubtedly Litvinov')), ...(await search(page, 'outbreak'))];
  const words = shown.flatMap(({ hits }) => hits.map((hit) => hit.words)).join(' ');
  expect(words).toContain('Undoubtedly Litvinov while in London');
  expect(words).toContain('uneasy feeling that on the outbreak');
  expect(words).not.toMatch(/Litvinov56|\[sic\]|[\u2060\u2063]/);
});

test.each([
  ['Subject:tin', 'There is no field “Subject:”'],
  ['from:', 'After “from:” the search expects'],
  ['year:soon', 'After “year:” the search expects a year'],
  ['-Comintern', 'A minus or NOT only takes away'],
  ['"uneasy feeling', 'A quotation mark is not closed'],
  ['—', 'There is no word or number'],
])('a query that cannot be understood is explained: %s', async (query, words) => {
  await search(page, query);
  expect(await page.locator('#search-notices').innerText()).toContain(words);
});
