/** Searching seven hundred documents: the right one first, right counts, page by page, soon enough. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { largeDocuments as documents } from '../setup/editions.ts';
import { edition, openFreshPage, openPage } from '../setup/site.ts';
import { findings, findingsEverywhere } from './axe-findings.ts';
import { costOfFirstSearch } from './search-bytes.ts';
import { askAll, serveSources } from './search-engine.ts';
import { makeQueries, readScanned, Scan } from './search-oracle.ts';
import { shownResults, statusOf } from './search-results.ts';

const site = await edition('large');

async function searchLarge(page: Page, query: string, rest = '') {
  await page.goto(`${site.url}/search/?q=${encodeURIComponent(query)}${rest}`);
  return shownResults(page);
}

describe('the exact phrase of one document is found first:', () => {
  test.each([0, 417, 699])('document %i', async (index) => {
    const document = documents[index];
    if (!document) throw new Error('There is no such document.');
    const page = await openPage();
    const [quoted, ...others] = await searchLarge(page, `"${document.phrase}"`);
    expect(quoted?.hits[0]?.href).toContain(`/large/documents/${document.id}/`);
    expect(quoted?.hits[0]?.exact).toEqual([document.phrase]);
    expect(others).toEqual([]);
    expect(await statusOf(page)).toMatch(/^1 document/);
    const [bare] = await searchLarge(page, document.phrase);
    expect(bare?.hits[0]?.href).toContain(`/large/documents/${document.id}/`);
    const [byNumber] = await searchLarge(page, document.fileNumber);
    expect(byNumber?.hits[0]?.href).toContain(`/large/documents/${document.id}/`);
    expect(await statusOf(page)).toMatch(/^1 document/);
  });
});

test('an independent scan of the texts finds just the same documents for queries of every kind', async () => {
  const scans = readScanned(site.folder).map((document) => new Scan(document));
  const queries = makeQueries(scans, 115, 13);
  const page = await openFreshPage({ bypassCSP: true });
  await page.goto(`${site.url}/search/`);
  await serveSources(page);
  const stamp = (await page.locator('#search').getAttribute('data-index-stamp')) ?? '';
  const answers = await askAll(
    page,
    `${site.url}/pagefind/`,
    stamp,
    queries.map(({ typed }) => typed),
  );
  const wrong = queries.flatMap(({ kind, typed, holds }, at) => {
    const right = scans.filter((scan) => holds(scan)).map(({ document }) => document.id);
    const { exact = [], near = [], promised } = answers[at] ?? {};
    const missed = right.filter((id) => !exact.includes(id));
    const claimed = exact.filter((id) => !right.includes(id));
    const both = near.filter((id) => right.includes(id));
    const isCounted = promised === undefined || promised === right.length;
    if (missed.length + claimed.length + both.length === 0 && isCounted) return [];
    return [{ kind, typed, right: right.length, missed: missed.slice(0, 3), claimed: claimed.slice(0, 3), promised }];
  });
  expect(wrong).toEqual([]);
}, 240_000);

test('phrases of frequent words need at most twenty files after the first search', async () => {
  const page = await openFreshPage();
  await searchLarge(page, 'Litvinov');
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const { phrase } of [5, 300, 695].flatMap((index) => documents[index] ?? [])) {
    asked.length = 0;
    await page.fill('#search-field', `"${phrase}"`);
    await expect.poll(() => statusOf(page)).toMatch(new RegExp(`^1 document for "${phrase}"`));
    await page.waitForLoadState('networkidle');
    expect(asked.length, phrase).toBeLessThanOrEqual(20);
  }
});

test('a word that is typed on costs no file of links while no document has it', async () => {
  const page = await openFreshPage();
  await searchLarge(page, 'Soviet');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.fill('#search-field', 'Soviet governm');
  await expect.poll(() => statusOf(page)).toMatch(/^No exact hit .+ near it/);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('/links/'))).toEqual([]);
  await page.fill('#search-field', 'Soviet government');
  await expect.poll(() => statusOf(page)).toMatch(/^[\d,]+ documents for “Soviet government”/);
  expect(asked.filter((url) => url.includes('/links/'))).toHaveLength(1);
});

test('the count of a word is right at once, and results come page by page', async () => {
  const page = await openFreshPage();
  const loaded: string[] = [];
  page.on('request', (request) => /\/edition\/\w+\/documents\//.test(request.url()) && loaded.push(request.url()));
  const first = await searchLarge(page, 'Soviet');
  expect(first).toHaveLength(10);
  const total = Number(/^([\d,]+) documents/.exec(await statusOf(page))?.[1]?.replace(',', ''));
  expect(total).toBeGreaterThan(630);
  await page.waitForLoadState('networkidle');
  expect(loaded.length).toBeLessThanOrEqual(20);
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.waitForURL('**page=2');
  await expect.poll(() => page.locator('#search-pages').innerText()).toContain('Page 2 of');
  const second = await shownResults(page);
  expect(second).toHaveLength(10);
  const hrefs = (results: typeof first) => results.map(({ hits }) => hits[0]?.href.split('?')[0]);
  expect(hrefs(second).filter((href) => hrefs(first).includes(href))).toEqual([]);
  await page.goBack();
  await expect.poll(async () => hrefs(await shownResults(page))).toEqual(hrefs(first));
});

test.each(['treaty', 'anxiety', 'Soviet hostilities'])(
  'the documents that are most about it come first, near the order of BM25: %s',
  async (query) => {
    const words = query.toLowerCase().split(' ');
    const texts = readScanned(site.folder).map(({ id, passages }) => {
      const text = passages.map((passage) => passage.text).join(' ');
      return { id, words: Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word) };
    });
    const length = texts.reduce((sum, text) => sum + text.words.length, 0) / texts.length;
    const having = (word: string) => texts.filter((text) => text.words.includes(word)).length;
    const rarity = new Map(words.map((word) => [word, Math.log(1 + (texts.length + 0.5) / (having(word) + 0.5))]));
    // With the usual k = 1.2 and b = 0.75: https://doi.org/10.1561/1500000019
    const gains = new Map(
      texts.map((text) => {
        const gainOf = (word: string) => {
          const count = text.words.filter((one) => one === word).length;
          return ((rarity.get(word) ?? 0) * count) / (count + 1.2 * (0.25 + (0.75 * text.words.length) / length));
        };
        const found = words.map(gainOf);
        return [text.id, found.includes(0) ? 0 : found.reduce((sum, gain) => sum + gain)];
      }),
    );
    const discounted = (some: readonly number[]) => some.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
    const best = [...gains.values()].sort((one, other) => other - one).slice(0, 10);
    const results = await searchLarge(await openPage(), query);
    const shown = results.map(({ hits }) => /documents\/([^/]+)\//.exec(hits[0]?.href ?? '')?.[1] ?? '');
    expect(discounted(shown.map((id) => gains.get(id) ?? 0)) / discounted(best)).toBeGreaterThan(0.9);
  },
);

test('Back leads to the place in the results that the reader left', async () => {
  const page = await openPage();
  await searchLarge(page, 'Soviet');
  const eighth = page.locator('.result h2 a').nth(7);
  await eighth.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await eighth.click();
  await page.waitForURL('**/documents/**');
  await page.goBack();
  await shownResults(page);
  expect(await page.evaluate(() => history.scrollRestoration)).toBe('manual');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(before, -1);
});

test('in a browser that does not say when scrolling has ended, the place is kept for Back and Forward too', async () => {
  const page = await openFreshPage();
  await page.addInitScript(() =>
    addEventListener('scrollend', (event) => event.stopImmediatePropagation(), { capture: true }),
  );
  await searchLarge(page, 'Soviet');
  const placeAt = async () => {
    await shownResults(page);
    return page.evaluate(() => scrollY);
  };
  await page.locator('#search-pages a').click();
  await page.waitForURL('**page=2');
  await shownResults(page);
  await page.evaluate(() => scrollTo(0, 700));
  await expect.poll(() => page.evaluate(() => history.state as unknown)).toEqual({ scroll: 700 });
  await page.goBack();
  await expect.poll(placeAt).toBeGreaterThan(1000);
  await page.goForward();
  await expect.poll(placeAt).toBe(700);
});

test.each([360, 1280])('nothing moves while results come, at %i pixels', async (width) => {
  const page = await openFreshPage({ viewport: { width, height: 900 } });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Of the second, other spellings are told of above the results.
  for (const query of ['Soviet', 'Litvinoff sent:1936-01/1936-03']) {
    await searchLarge(page, query);
    await page.locator('#search-facets section').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
  }
  expect(await page.locator('#search-spellings').innerText()).toMatch(/^Also searched: /);
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
});

test.each(['?q=Soviet&page=2', '?q=Soviet&year=1934'])(
  'axe finds nothing on results with facets and a table by year or month: %s',
  async (address) => {
    const page = await openPage();
    await page.goto(`${site.url}/search/${address}`);
    await page.locator('.time').waitFor();
    expect(await findingsEverywhere(page)).toEqual([]);
  },
);

test('a page beyond the last is the last', async () => {
  const page = await openPage();
  const results = await searchLarge(page, `"${documents[3]?.phrase}" OR "${documents[4]?.phrase}"`, '&page=40');
  expect(results).toHaveLength(2);
  expect(page.url()).not.toContain('page=');
});

test('a hundred candidates are looked through at once, the rest when that is wanted', async () => {
  const page = await openPage();
  await searchLarge(page, '"of the"', '&since=1934&until=1936');
  await expect.poll(() => statusOf(page)).toMatch(/^At least \d+ documents .+ 10\d of \d+ that may answer were looked/);
  const more = page.getByRole('button', { name: 'Look through all' });
  await more.press('Enter');
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('search-status');
  await expect.poll(() => statusOf(page), { timeout: 30_000 }).toMatch(/^[\d,]+ documents? for "of the"\.$/);
});

test('numbers of telegrams are counted right', async () => {
  const page = await openPage();
  const telegram = documents[500]?.telegramNumber ?? 0;
  const right = documents.filter(({ telegramNumber }) => telegramNumber === telegram).length;
  await searchLarge(page, `tel:${telegram}`);
  expect(await statusOf(page)).toBe(`${right} documents for “tel:${telegram}”.`);
});

test('a word that no document has is said to have no hit, however many begin alike', async () => {
  const page = await openPage();
  expect(await searchLarge(page, 'governmentx')).toEqual([]);
  expect(await statusOf(page)).toBe('No hit for “governmentx”.');
});

test('a table counts the results by year, and each year narrows to it', async () => {
  const page = await openPage();
  await searchLarge(page, 'Soviet');
  const table = page.getByRole('table', { name: 'By year' });
  const count = await table.getByRole('row', { name: '1934' }).locator('.count').innerText();
  await table.getByRole('link', { name: '1934' }).click();
  await page.waitForURL('**since=1934&until=1934');
  await expect.poll(() => statusOf(page)).toContain(`${count} documents`);
  await expect.poll(() => page.getByRole('table', { name: 'By month' }).getByRole('row').count()).toBe(12);
});

test('each bar of that table stands beside its month, under a concordance too', async () => {
  const page = await openPage();
  for (const sort of ['', '&sort=date']) {
    await searchLarge(page, 'Soviet', `&since=1934&until=1934${sort}`);
    const row = page.getByRole('table', { name: 'By month' }).getByRole('row', { name: 'September' });
    const month = await row.getByRole('link').boundingBox();
    const bar = await row.locator('progress').boundingBox();
    const between = (bar?.x ?? 0) - (month?.x ?? 0) - (month?.width ?? 0);
    expect(between, sort).toBeGreaterThan(4);
    expect(between, sort).toBeLessThan(60);
  }
});

test('results can be sorted by date', async () => {
  const page = await openPage();
  const years = async (order: string) =>
    (await searchLarge(page, 'Soviet', `&sort=${order}`)).map(({ recordLine }) =>
      Number(/(\d{4})\]?$/.exec(recordLine)?.[1]),
    );
  expect(await years('oldest')).toEqual(Array(10).fill(1930));
  expect(await years('newest')).toEqual(Array(10).fill(1936));
});

test('on a phone what narrows the results is folded above them, and folds again when something was chosen', async () => {
  const page = await openPage({ viewport: { width: 360, height: 640 } });
  await searchLarge(page, 'anxiety');
  await expect.poll(() => page.locator('#search-narrowing').innerText()).toMatch(/^Narrow these results in \d ways$/);
  const summary = page.locator('#search-narrowing > summary');
  const result = page.locator('.result h2 a').first();
  expect((await summary.boundingBox())?.y).toBeLessThan((await result.boundingBox())?.y ?? 0);
  await summary.focus();
  await page.keyboard.press('Tab');
  expect(await result.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await findings(page, '#search')).toEqual([]);
  await page.locator('#search-facets').getByRole('link', { name: '1932' }).first().press('Enter');
  await expect.poll(async () => (await shownResults(page))[0]?.recordLine).toMatch(/1932\]?$/);
  expect(await page.locator('#search-facets').isVisible()).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => page.locator('#search-facets').isVisible()).toBe(true);
  expect((await page.locator('#search-facets').boundingBox())?.x).toBeLessThan((await result.boundingBox())?.x ?? 0);
});

test('facets count exactly, in order, and take several values', async () => {
  const page = await openPage();
  await searchLarge(page, 'Soviet');
  const headings = page.locator('#search-facets h2');
  // Every document is to Hull: the recipient narrows nothing. The telegram mentions what the others do not.
  await expect.poll(() => headings.allInnerTexts()).toEqual(['Sender', 'Place', 'Year', 'Mentioned']);
  const year = page.locator('#search-facets section', { has: page.getByRole('heading', { name: 'Year' }) });
  const years = async () => (await year.locator('li a').allInnerTexts()).map(Number);
  expect(await years()).toEqual([1930, 1931, 1932, 1933, 1934, 1935, 1936]);
  const long = page.locator('#search-facets li', { hasText: 'Loy W. Henderson' }).first();
  await long.evaluate((item) => (item.style.width = '6.5rem'));
  const name = await long.getByRole('link').boundingBox();
  expect(name?.height).toBeGreaterThan(40);
  expect((await long.locator('.count').boundingBox())?.y).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0));
  const counts = await Promise.all([2, 5].map((at) => year.locator('li .count').nth(at).innerText()));
  await year.getByRole('link', { name: '1932' }).click();
  await page.waitForURL('**year=1932');
  await expect.poll(() => statusOf(page)).toContain(`${counts[0]} documents`);
  await year.locator('.chosen').waitFor();
  await year.getByRole('link', { name: '1935' }).click();
  await page.waitForURL('**year=1932&year=1935');
  await expect.poll(() => statusOf(page)).toContain(`${Number(counts[0]) + Number(counts[1])} documents`);
  const lines = (await shownResults(page)).map(({ recordLine }) => recordLine);
  expect(lines.every((line) => /193[25]/.test(line))).toBe(true);
});

test.each([
  ['Litvinov', 145],
  ['Soviet Japanese', 155],
  ['"of the government"', 145],
  ['a phrase of frequent words', 36],
  ['the words of that phrase', 179],
  ['year:1936', 27],
  ['from:Henderson', 25],
])('the first search of seven hundred documents for %s costs at most %i kB', async (query, kilobytes) => {
  const phrase = documents[417]?.phrase ?? '';
  const page = await openFreshPage();
  await page.goto(`${site.url}/search/`);
  const made = { 'a phrase of frequent words': `"${phrase}"`, 'the words of that phrase': phrase };
  const { bytes } = await costOfFirstSearch(page, new Map(Object.entries(made)).get(query) ?? query);
  expect(bytes).toBeLessThanOrEqual(kilobytes * 1000);
});
