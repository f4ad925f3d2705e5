/** The search page as a thing to use: its address, keys, announcements, and what it lets in. */
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { complaintsOf, openFreshPage } from '../setup/site.ts';
import { findingsEverywhere } from './axe-findings.ts';
import { costOfFirstSearch } from './search-bytes.ts';
import {
  answered,
  dayOfTelegram,
  openFreshSearched,
  openSearched,
  openSearchedOnce,
  search,
  searchedUrl,
  shownResults,
  statusOf,
} from './search-results.ts';

const field = '#search-field';

describe('the address', () => {
  test('holds the whole state, so that a search can be kept and sent', async () => {
    const page = await openSearched({
      address: 'search/?q=Comintern&sender=Loy+W.+Henderson&sort=newest',
    });
    expect(await shownResults(page)).toHaveLength(1);
    expect(await page.inputValue(field)).toBe('Comintern');
    expect(await page.inputValue('#search-sort')).toBe('newest');
    expect(await page.locator('#search-chosen').innerText()).toContain('Sender: Loy W. Henderson');
    expect(await page.title()).toMatch(/^Comintern — Search — /);
  });

  test('follows what is typed, and Back leads to the search before', async () => {
    const page = await openSearched();
    await search(page, 'Comintern');
    await page.fill(field, 'Pravda');
    await page.press(field, 'Enter');
    await expect.poll(() => statusOf(page)).toContain('Pravda');
    expect(page.url()).toBe(`${searchedUrl}/search/?q=Pravda`);
    await page.goBack();
    await expect.poll(() => statusOf(page)).toContain('Comintern');
    expect(await page.inputValue(field)).toBe('Comintern');
    expect(page.url()).toBe(`${searchedUrl}/search/?q=Comintern`);
  });

  test('typing letter by letter is one step in the history', async () => {
    const page = await openSearched({ address: 'search/' });
    const steps = await page.evaluate(() => history.length);
    await page.locator(field).pressSequentially('Litvinov');
    await expect.poll(() => statusOf(page)).toContain('Litvinov');
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  });

  test('may be refused by a browser that counts its changes, and the search goes on', async () => {
    const page = await openFreshSearched();
    await page.addInitScript(() => {
      for (const name of ['pushState', 'replaceState'] as const) {
        history[name] = () => {
          throw new DOMException('Attempt to use history more than 100 times per 30 seconds', 'SecurityError');
        };
      }
    });
    await page.goto('search/');
    await page.locator(field).pressSequentially('Comintern');
    await expect.poll(() => statusOf(page)).toContain('1 document for “Comintern”');
    await page.selectOption('#search-sort', 'oldest');
    expect(await shownResults(page)).toHaveLength(1);
  });

  test('of a document that was reached leads Back to the same results', async () => {
    const page = await openSearched();
    await search(page, 'Comintern');
    await page.locator('.hits a').first().click();
    await page.waitForURL('**/documents/**');
    await page.goBack();
    expect(await shownResults(page)).toHaveLength(1);
  });
});

test('a pattern or a beginning that more words fit than are looked for says so, and finds nothing by accident', async () => {
  const page = await openSearched();
  await search(page, 's*');
  expect(await page.locator('#search-notices').innerText()).toMatch(
    /^“s\*” fits 2\d\d words of the edition, more than are looked for; give more letters of it\.$/,
  );
  expect(await statusOf(page)).toBe('Nothing was searched for.');
  // A vocabulary such as thousands of documents have.
  const words = Array.from({ length: 201 }, (_, index) => `zyx${index}`);
  await page.route('**/edition/*/words/*.json', (route) => route.fulfill({ json: words }));
  await search(page, 'Comintern zyx');
  expect(await page.locator('#search-notices').innerText()).toBe(
    '“zyx” is in no document, and begins 201 words of the edition, more than are looked for; give more letters of it.',
  );
  await search(page, 'Comintern zyx1');
  expect(await statusOf(page)).toMatch(/^No hit for/);
  // What is tried in the place of a phrase that is nowhere may be no search either.
  await search(page, '"Comintern zyx" Litvinov');
  await expect.poll(() => page.locator('#search-spellings').innerText()).toContain('Without');
});

test('facets that narrow nothing are not shown, but one that was chosen is, and can be removed', async () => {
  const page = await openSearched();
  await search(page, 'Comintern');
  await page.waitForLoadState('networkidle');
  const facets = page.locator('#search-facets');
  expect(await facets.locator('section').count()).toBe(0);
  await page.goto('search/?q=Comintern&sender=Loy+W.+Henderson&since=1936-01');
  expect(await shownResults(page)).toHaveLength(1);
  await expect.poll(() => facets.getByRole('heading').allInnerTexts()).toEqual(['Sender']);
  const chosen = page.getByRole('list', { name: 'Narrowed to' });
  expect(await chosen.getByRole('listitem').allInnerTexts()).toEqual([
    'Sender: Loy W. Henderson ×',
    'Sent: January 1936 – … ×',
  ]);
  await chosen.getByRole('link', { name: 'Remove Sender: Loy W. Henderson' }).click();
  await page.waitForURL((url) => !url.search.includes('sender'));
  await chosen.getByRole('link', { name: 'Remove Sent: January 1936 – …' }).click();
  await page.waitForURL((url) => !url.search.includes('since'));
});

test('two fields take days of sending, with or without words', async () => {
  const page = await openSearched({ address: 'search/' });
  await page.getByLabel('Sent from', { exact: true }).fill('1936-01-31');
  await page.waitForURL('**/search/?since=1936-01-31');
  await page.getByLabel('to', { exact: true }).fill('1936-01-31');
  await expect.poll(() => statusOf(page)).toBe('1 document.');
  await page.getByLabel('to', { exact: true }).fill('1936-01-30');
  await page.waitForURL('**until=1936-01-30');
  await expect.poll(() => statusOf(page)).toBe('No hit.');
  expect(await page.locator('#search-notices').innerText()).toContain('The last day is before the first');
});

test('a facet value that no document has gives no hit', async () => {
  const page = await openSearched({ address: 'search/?q=Comintern&sender=Nobody' });
  expect(await shownResults(page)).toEqual([]);
  expect(await statusOf(page)).toContain('No hit');
});

describe('the keyboard', () => {
  test('leads by / to the field from any page', async () => {
    const page = await openSearched({ address: 'documents/' });
    await page.keyboard.press('/');
    await page.keyboard.type('Comintern');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Comintern');
    expect(await shownResults(page)).toHaveLength(1);
  });

  test('goes from hit to hit by the arrows, follows by Enter, returns and clears by Escape', async () => {
    const page = await openSearched();
    await search(page, 'Comintern');
    await page.focus(field);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('The Chargé in the Soviet Union');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('¶\u00A02');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-field');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-field');
    await page.keyboard.press('Escape');
    expect(await page.inputValue(field)).toBe('');
    expect(page.url()).toBe(`${searchedUrl}/search/`);
    await page.goBack();
    await shownResults(page);
    await page.focus(field);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/moscow-1936-39/**');
  });
});

test('the number of results is announced, when typing has stopped', async () => {
  const page = await openSearched();
  await search(page, 'Comintern');
  expect(await statusOf(page)).toBe('1 document for “Comintern”.');
  const announced = page.getByRole('status').filter({ hasText: 'Comintern' });
  await expect.poll(() => announced.textContent()).toBe('1 document for “Comintern”.');
});

test('nothing of search is requested before the reader wants it', async () => {
  const page = await openFreshSearched();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  for (const address of ['./', 'documents/', 'documents/moscow-1936-39/', 'search/']) {
    await page.goto(address, { waitUntil: 'networkidle' });
  }
  expect(requested.filter((url) => /pagefind|arrival/.test(url))).toEqual([]);
  await page.locator(field).pressSequentially('L');
  await expect.poll(() => requested.some((url) => url.includes('/pagefind/'))).toBe(true);
});

const attacks = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "';alert(1)//",
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '<svg/onload=alert(1)> Litvinov',
];

describe('a query is text:', async () => {
  const page = await openSearchedOnce();
  const ran = complaintsOf(page);
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });

  test.each(attacks)('%s', async (attack) => {
    ran.length = 0;
    await search(page, attack);
    expect(await page.inputValue(field)).toBe(attack);
    await page.goto('search/');
    await page.fill(field, attack);
    await answered(page);
    expect(await page.locator('#search img, #search svg, #search script').count()).toBe(0);
    await page.goto(
      `search/?q=Litvinov&sender=${encodeURIComponent(attack)}&sort=${encodeURIComponent(attack)}&page=${encodeURIComponent(attack)}`,
    );
    await answered(page);
    await page.goto(`documents/moscow-1936-39/?q=${encodeURIComponent(attack)}#p2`);
    await page.waitForURL((url) => url.search === '');
    expect(ran).toEqual([]);
  });

  test('what was typed is shown as it was typed', async () => {
    await search(page, attacks[0] ?? '');
    expect(await statusOf(page)).toContain(`No hit for “${attacks[0]}”`);
  });

  test('of a very long one only the beginning is said', async () => {
    await search(page, 'Litvinov '.repeat(200));
    expect(await statusOf(page)).toMatch(/^\d+ documents for “(?:Litvinov ){22}Li…”\.$/);
  });
});

/** A state of the page, with what shows that it is reached. */
const states = [
  ['results', '?q=Comintern', '.result'],
  ['other forms of a word', '?q=deserting', '.near-note'],
  ['a narrowed search', '?q=Comintern&sender=Loy+W.+Henderson&since=1936-01', '#search-facets section'],
  ['a concordance', '?q=Comintern&sort=after', '.concordance'],
  ['groups beside the documents', '?q=Kremlin', '#search-further details'],
  ['spellings', '?q=Litvinoff', '#search-spellings p'],
  ['a suggestion', '?q=Komintern+Pravda', '#search-spellings p + p'],
  ['no hit', '?q=xylophone', '#search-status:not(:empty)'],
  ['what is not understood', '?q=(Japan+OR', '#search-notices p'],
  ['a damaged index', '?q=Litvinov', '#search-failure:not([hidden])'],
] as const;

test.each(states)('axe finds nothing on %s, in both themes, narrow and wide', async (state, address, shows) => {
  const page = await openSearched();
  if (state === 'a damaged index') await page.route('**/*.pf_index', (route) => route.abort());
  await page.goto(`search/${address}`);
  await page.locator(shows).first().waitFor();
  await answered(page);
  await page.$$eval('#search details', (all) => all.forEach((one) => one.setAttribute('open', '')));
  expect(await findingsEverywhere(page)).toEqual([]);
});

test('at 360 pixels nothing is cut off or needs sideways scrolling', async () => {
  const page = await openSearched({ viewport: { width: 360, height: 740 } });
  await search(page, 'Soviet Japanese');
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBe(widths[1]);
  await page.goto('search/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  // Else what is chosen widens the page in WebKit, where its words are longer than the field.
  expect(await page.locator('#search-sort').evaluate((choice) => getComputedStyle(choice).contain)).toBe('paint');
  const controls = page.locator('#search-form :is(button, select, .days input)');
  const heights = await controls.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
  expect(new Set(heights).size).toBe(1);
  // What an address narrows to may be anything.
  await search(page, 'Soviet', `&sender=${'x'.repeat(120)}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('from the first keystroke to the first result at most 110 kB are sent', async () => {
  const page = await openFreshPage({ address: '/search/' });
  const { bytes } = await costOfFirstSearch(page, 'Litvinov');
  expect(bytes).toBeLessThanOrEqual(110_000);
});

test('a name is found by its other spellings, which are named, and by the typed one alone where that is wanted', async () => {
  const page = await openSearched();
  await search(page, 'Litvinoff', dayOfTelegram);
  expect(await statusOf(page)).toBe('1 document for “Litvinoff”.');
  const spellings = page.locator('#search-spellings');
  await expect.poll(() => spellings.innerText()).toContain('Also searched: Maxim Litvinov, Litvinov.');
  await page.locator('.hits a').first().click();
  await page.waitForSelector('.search-hits');
  await page.goBack();
  await spellings.getByRole('link', { name: 'Search only for “Litvinoff”' }).click();
  await page.waitForURL('**literal=yes');
  await expect.poll(() => statusOf(page)).toBe('No hit for “Litvinoff”.');
});

test('a word that is nowhere has its nearest suggested', async () => {
  const page = await openSearched();
  await search(page, 'Komintern');
  const suggested = page.locator('#search-spellings').getByRole('link', { name: 'Comintern' });
  await suggested.click();
  await page.waitForURL('**q=Comintern');
  await expect.poll(() => statusOf(page)).toBe('1 document for “Comintern”.');
});

test.each([
  ['1936-01-31', 'sent:1936-01-31', '1 document for'],
  ['761.9315 Manchuria/37', 'file:"761.9315 Manchuria/"', '36 documents for'],
  ['https://history.state.gov/historicaldocuments/frus1936v04/d32', 'volume:frus1936v04 doc:32', '1 document for'],
  ['d32', 'doc:32', '1 document for'],
])('what stands in no text is offered as the record has it: %s', async (typed, meant, found) => {
  const page = await openSearched();
  await search(page, typed);
  expect(await statusOf(page)).toContain('No hit');
  await page.locator('#search-spellings').getByRole('link', { name: meant, exact: true }).click();
  await expect.poll(() => statusOf(page)).toContain(found);
});

test('a kind that no document is of is said, with those that there are', async () => {
  const page = await openSearched();
  await search(page, 'kind:treaty');
  await expect
    .poll(() => page.locator('#search-spellings').innerText())
    .toBe('There is no such kind. There are: telegram.');
});

test.each([
  ['?q=xylophone+Litvinov+deserters', 'Without “xylophone”: 1 document.', 'xylophone'],
  ['?q="uneasy+feeling"+Comintern+xylophone', 'Without “xylophone”: 1 document.', 'xylophone'],
  ['?q=deserters+xylophone+trumpet', 'Without “xylophone” and “trumpet”: 1 document.', 'trumpet'],
  ['?q=Which+deserters+crossed+over,+and+who+wept%3F', 'Without “over” and “wept”: 1 document.', 'wept'],
  ['?q="deserters+xylophone"', 'Without “xylophone”: 1 document.', 'xylophone'],
  ['?q="Litvinov+deserters"', 'Without quotation marks: 1 document.', '%22'],
  ['?q=Comintern+"usual+emissary"&since=1937', 'Without what narrows it: 1 document.', 'since'],
])('of a search that has no hit is said what it would find without a part: %s', async (query, said, part) => {
  const page = await openSearched({ address: `search/${query}` });
  await expect.poll(() => statusOf(page)).toContain('No hit');
  const offered = page.locator('#search-spellings').getByText('Without');
  await expect.poll(() => offered.allInnerTexts()).toEqual([said]);
  await offered.getByRole('link').click();
  await expect.poll(() => statusOf(page)).toMatch(/^1 document for/);
  expect(page.url()).not.toContain(part);
});

test('no word that is unlike what was typed is suggested', async () => {
  const page = await openSearched();
  await search(page, '3925');
  await page.waitForTimeout(1500);
  expect(await page.locator('#search-spellings').innerText()).toBe('');
});

test('what is offered in the place of what is nowhere leads to something', async () => {
  const page = await openSearched();
  const links = page.locator('#search-spellings p', { hasText: 'Did you mean' }).getByRole('link');
  const nowhere: [typed: string, offered: string[]][] = [
    ['Komintern xylophone', []],
    ['Whs', []],
    ['Jan. 1936', ['sent:1936-01']],
    ['/documents/moscow-1930-14/', ['place:"moscow" year:1930 14']],
    ['from:Hendreson', ['Henderson']],
    ['Litvonof', ['Litvinov']],
    ['"Undoubtadly Litvonof" Cominturn', ['Undoubtedly Litvinov Comintern']],
    ['Cominturn deserter', ['Comintern']],
    ['Emissori', []],
    ['emissori', ['emissary']],
    ['Emissery', ['emissary']],
    ['Undoubtedly Litvinov56 while in London', ['Undoubtedly Litvinov while in London']],
  ];
  for (const [typed, offered] of nowhere) {
    await search(page, typed);
    expect(await statusOf(page), typed).toMatch(/^No (?:exact )?hit/);
    // All that is offered comes at once; of nothing it is seen only in time that it does not come.
    await page.waitForTimeout(offered.length === 0 ? 1500 : 0);
    await expect.poll(() => links.allInnerTexts(), { message: typed }).toEqual(offered);
  }
});

test('entries of the register stand above the documents, summaries and the edition’s own pages below', async () => {
  const page = await openSearched();
  await search(page, 'Kremlin');
  const named = page.getByRole('group', { name: 'Named in the register' });
  expect(await named.getByRole('link', { name: 'Kremlin', exact: true }).getAttribute('href')).toBe(
    '/large/register/kremlin/',
  );
  expect(await named.innerText()).toMatch(/Kremlin: \p{Lu}/u);
  const beside = page.getByRole('group', { name: 'Beside the documents' });
  await expect.poll(() => beside.locator('summary').allInnerTexts()).toContain('In summaries: 1 document');
  const rules = () =>
    page.$$eval('#search-tools, #search-further', (all) => all.map((one) => getComputedStyle(one).borderBottomWidth));
  expect(await rules()).toEqual(['1px', '0px']);
  await search(page, 'tel:39', dayOfTelegram);
  expect(await rules()).toEqual(['0px', '0px']);
  await search(page, 'collated');
  await expect.poll(() => beside.locator('summary').allInnerTexts()).toContain('On other pages');
  await beside.locator('summary').click();
  expect(await beside.getByRole('link', { name: 'Editorial method' }).getAttribute('href')).toBe('/large/method/');
});

test('results are shown as a concordance, one line a hit, each leading to its place', async () => {
  const page = await openSearched();
  await search(page, 'Comintern');
  await page.getByLabel('Show').selectOption('after');
  await page.waitForURL('**sort=after');
  const rows = page.locator('.concordance tbody tr');
  await expect.poll(() => rows.count()).toBeGreaterThan(2);
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(heights.filter((height) => height > 40)).toEqual([]);
  const after = await rows.locator('td:nth-child(3)').allInnerTexts();
  const words = after.map((text) =>
    text
      .replace(/[^\p{L} ]+/gu, ' ')
      .trim()
      .toLowerCase(),
  );
  expect(words).toEqual(words.toSorted());
  expect(after.filter((text) => /^[^\p{L}\p{N}’]/u.test(text))).toEqual([]);
  expect(await rows.locator('td:nth-child(2)').allInnerTexts()).toContain('Comintern”.');
  const head = page.locator('.concordance th').first();
  expect(await head.evaluate((cell) => getComputedStyle(cell).textAlign)).toBe('end');
  expect(await page.locator('.examples').isVisible()).toBe(false);
  await rows.first().getByRole('link').click();
  await page.waitForSelector('.search-hits');
});

test.each([
  ['RIS', 'search.ris', /^TY {2}- CHAP[\s\S]+RN {2}- Found in ¶ 4[\s\S]+ER {2}-/],
  ['BibTeX', 'search.bib', /^@incollection\{moscow-1936-39,[\s\S]+annotation = \{Found in ¶ 4/],
  ['CSL-JSON', 'search.csl.json', /^\[\s+\{\s+"id": "moscow-1936-39"[\s\S]+"annote": "Found in ¶ 4/],
  ['CSV', 'search.csv', /moscow-1936-39,The Chargé[\s\S]+¶ 4[\s\S]+\/documents\/moscow-1936-39\/#p4/],
  ['Concordance (CSV)', 'concordance.csv', /Undoubtedly"?,Litvinov,"?while in London/],
])('all results are taken along as %s, with the places that were found', async (button, name, content) => {
  const page = await openSearched();
  await search(page, 'Litvinov', dayOfTelegram);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  expect(await text(await download.createReadStream())).toMatch(content);
});
