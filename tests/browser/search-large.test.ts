/** Searching a thousand documents: the right one first, right counts, page by page, soon enough. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyntheticDocument } from '../make-edition.ts';
import { makeEdition } from '../make-edition.ts';
import { buildEdition } from '../setup/edition-build.ts';
import { serveSite, type ServedSite } from '../setup/served-site.ts';
import { openPage } from '../setup/site.ts';
import { costOfFirstSearch } from './search-bytes.ts';
import { answered, shownResults, statusOf } from './search-results.ts';

let scratch: string;
let site: ServedSite;
let documents: SyntheticDocument[];

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-large-'));
  documents = await makeEdition(join(scratch, 'content'), 1000);
  const folder = join(scratch, 'site');
  const { code, output } = await buildEdition(folder, {
    CONTENT_DIR: join(scratch, 'content'),
    BASE_PATH: '/large',
  });
  if (code !== 0) throw new Error(`The synthetic edition could not be built:\n${output}`);
  // Under a sub-path: there search must work too.
  site = await serveSite({ folder, base: '/large' });
}, 600_000);

afterAll(() => {
  site.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function searchLarge(page: Page, query: string, rest = '') {
  await page.goto(`${site.url}/search/?q=${encodeURIComponent(query)}${rest}`);
  return shownResults(page);
}

describe('the exact phrase of one document is found first:', () => {
  test.each([0, 417, 999])('document %i', async (index) => {
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

test('phrases of frequent words answer within a second after the first search', async () => {
  const page = await openPage();
  await searchLarge(page, 'Litvinov');
  for (const { phrase } of [5, 500, 995].flatMap((index) => documents[index] ?? [])) {
    const milliseconds = await page.evaluate(async (typed) => {
      const field = document.querySelector<HTMLInputElement>('#search-field');
      const status = document.querySelector('#search-status');
      if (!field || !status) throw new Error('This is not the search page.');
      const begun = performance.now();
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (!status.textContent.includes(typed)) await new Promise(requestAnimationFrame);
      return performance.now() - begun;
    }, `"${phrase}"`);
    expect(milliseconds).toBeLessThan(1000);
  }
});

test('counts say “at least” until all candidates are checked, and results come page by page', async () => {
  const page = await openPage();
  const loaded: string[] = [];
  page.on('request', (request) => /\/edition\/\w+\/documents\//.test(request.url()) && loaded.push(request.url()));
  const first = await searchLarge(page, 'Soviet');
  expect(first).toHaveLength(10);
  expect(await statusOf(page)).toMatch(/^At least 10 documents/);
  await page.waitForLoadState('networkidle');
  expect(loaded.length).toBeLessThanOrEqual(20);
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.waitForURL('**page=2');
  await expect.poll(() => statusOf(page)).toMatch(/^At least 20 documents/);
  const second = await shownResults(page);
  expect(second).toHaveLength(10);
  const hrefs = (results: typeof first) => results.map(({ hits }) => hits[0]?.href.split('?')[0]);
  expect(hrefs(second).filter((href) => hrefs(first).includes(href))).toEqual([]);
  await page.goBack();
  await expect.poll(async () => hrefs(await shownResults(page))).toEqual(hrefs(first));
});

test('a count without “at least” is right', async () => {
  const page = await openPage();
  const telegram = documents[500]?.telegramNumber ?? 0;
  const right = documents.filter(({ telegramNumber }) => telegramNumber === telegram).length;
  await searchLarge(page, `tel:${telegram}`);
  const more = page.getByRole('link', { name: 'Next page' });
  while ((await statusOf(page)).startsWith('At least')) {
    await more.click();
    await page.waitForFunction(() => !document.querySelector('#search-results')?.hasAttribute('aria-busy'));
    await answered(page);
  }
  expect(await statusOf(page)).toBe(`${right} documents for “tel:${telegram}”.`);
});

test('a word that no document has is said to have no hit, however many begin alike', async () => {
  const page = await openPage();
  expect(await searchLarge(page, 'governmentality')).toEqual([]);
  expect(await statusOf(page)).toBe('No hit for “governmentality”.');
});

test('results can be sorted by date', async () => {
  const page = await openPage();
  const years = async (order: string) =>
    (await searchLarge(page, 'Soviet', `&sort=${order}`)).map(({ recordLine }) =>
      Number(/(\d{4})\]?$/.exec(recordLine)?.[1]),
    );
  expect(await years('oldest')).toEqual(Array(10).fill(1930));
  expect(await years('newest')).toEqual(Array(10).fill(1939));
});

test('facets narrow a large result, and give its counts as at most right', async () => {
  const page = await openPage();
  await searchLarge(page, 'Soviet');
  const headings = page.locator('#search-facets h2');
  // Every document is to Hull: the recipient narrows nothing.
  await expect.poll(() => headings.allInnerTexts()).toEqual(['Sender', 'Place', 'Year']);
  const year = page.locator('#search-facets section', {
    has: page.getByRole('heading', { name: 'Year' }),
  });
  const value = year.locator('li').first();
  await expect.poll(() => value.innerText()).toMatch(/^193\d at most \d+$/);
  const chosen = await value.getByRole('link').innerText();
  await value.getByRole('link').click();
  await page.waitForURL(`**year=${chosen}**`);
  const lines = (await shownResults(page)).map(({ recordLine }) => recordLine);
  expect(lines).toHaveLength(10);
  expect(lines.every((line) => line.includes(chosen))).toBe(true);
});

test.each(['Litvinov', 'Soviet Japanese', '"of the government"', 'a phrase of frequent words'])(
  'the first search of a thousand documents costs at most 200 kB: %s',
  async (query) => {
    const phrase = documents[417]?.phrase ?? '';
    const page = await openPage();
    await page.goto(`${site.url}/search/`);
    const { bytes } = await costOfFirstSearch(page, query.startsWith('a ') ? phrase : query);
    expect(bytes).toBeLessThanOrEqual(200_000);
  },
);
