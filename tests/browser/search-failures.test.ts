/** What a reader is told when a search cannot be made, and that it works again when the cause is gone. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answered, openFreshSearched, openSearched, search, shownResults, statusOf } from './search-results.ts';

/** Says that a failure was told in a sentence, with ways on, and that the page is not blank. */
async function expectFailure(page: Page, words: string): Promise<void> {
  const failure = page.locator('#search-failure');
  await failure.waitFor();
  expect(await failure.innerText()).toContain(words);
  expect(await failure.getByRole('link', { name: 'calendar' }).getAttribute('href')).toBe('/large/documents/');
  expect(await failure.getByRole('link', { name: 'register' }).getAttribute('href')).toBe('/large/register/');
  expect(await page.locator('#search-status').innerText()).not.toContain('No hit');
}

async function expectRecovery(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('search-status');
  expect(await shownResults(page)).toHaveLength(1);
  expect(await page.locator('#search-failure').isVisible()).toBe(false);
}

/** A part of the index that is not there, with what the reader is told. */
const lost = [
  ['the whole index', '**/pagefind/**', 'The search index is missing'],
  ['Pagefind’s script', '**/pagefind/pagefind.js*', 'A part of the search index could not be loaded'],
  ['the entry', '**/pagefind/pagefind-entry.json*', 'The search index is missing'],
  ['the WebAssembly', '**/*.pagefind', 'A part of the search index could not be loaded'],
  ['the metadata', '**/*.pf_meta', 'A part of the search index could not be loaded'],
  ['a chunk of words', '**/*.pf_index', 'A part of the search index could not be loaded'],
  ['a document', '**/edition/*/documents/*.json', 'A part of the search index could not be loaded'],
  ['the facets', '**/edition/*/columns/*.json', 'A part of the search index could not be loaded'],
] as const;

describe('a file that is not there is told, and the search recovers:', () => {
  test.each(lost)('%s', async (_, files, words) => {
    const page = await openSearched();
    await page.route(files, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('search/?q=Comintern');
    await expectFailure(page, words);
    await page.unrouteAll();
    await expectRecovery(page);
  });
});

describe('a connection that breaks is told, and the search recovers:', () => {
  test.each(lost)('%s', async (_, files) => {
    const page = await openSearched();
    await page.route(files, (route) => route.abort('connectionfailed'));
    await page.goto('search/?q=Comintern');
    await page.locator('#search-failure').waitFor();
    expect(await page.locator('#search-failure').innerText()).toMatch(/seems to be offline|could not be loaded/);
    await page.unrouteAll();
    await expectRecovery(page);
  });
});

describe.each(lost.slice(1))('what arrives damaged is told, and the search recovers: %s', (_, files) => {
  test.each([
    ['another page in its place', () => Buffer.from('<!doctype html><title>Not here</title>')],
    ['half of it', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['nothing', () => Buffer.alloc(0)],
  ] as const)('%s', async (__, damage) => {
    const page = await openSearched();
    await page.route(files, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        status: 200,
        body: damage(await response.body()),
        contentType: response.headers()['content-type'] ?? '',
      });
    });
    await page.goto('search/?q=Comintern');
    await page.locator('#search-failure').waitFor();
    expect(await page.locator('#search-failure').innerText()).toMatch(/could not be loaded|missing/);
    expect(await statusOf(page)).not.toContain('No hit');
    await page.unrouteAll();
    await expectRecovery(page);
  });
});

test('a request that hangs ends in a sentence', async () => {
  const page = await openFreshSearched();
  await page.clock.install();
  const asked = Promise.withResolvers<undefined>();
  await page.route('**/*.pf_index', () => asked.resolve(undefined));
  await page.goto('search/?q=Comintern');
  await asked.promise;
  await page.clock.fastForward(30_000);
  await expectFailure(page, 'did not answer in time');
});

test('offline is told, and the search goes on by itself when the line is back', async () => {
  const page = await openFreshSearched({ address: 'search/' });
  await page.context().setOffline(true);
  await page.fill('#search-field', 'Comintern');
  await expectFailure(page, 'this device seems to be offline');
  await page.context().setOffline(false);
  await expect.poll(() => page.locator('#search-results > li').count()).toBe(1);
});

test('an index of another build is told, and the search recovers', async () => {
  const page = await openSearched();
  // What another build has lies under its own stamp.
  await page.route('**/pagefind/edition/**', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('search/?q=Comintern');
  await expectFailure(page, 'belongs to another state of the edition');
  await page.unrouteAll();
  await expectRecovery(page);
});

test('a browser that forbids WebAssembly is told so, and nothing of the index is fetched', async () => {
  const page = await openFreshSearched();
  const fetched: string[] = [];
  page.on('request', (request) => request.url().includes('/pagefind/') && fetched.push(request.url()));
  await page.route('**/search/*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("'wasm-unsafe-eval'", '');
    await route.fulfill({ response, body });
  });
  await page.goto('search/?q=Comintern');
  await expectFailure(page, 'does not let the page run WebAssembly');
  expect(fetched).toEqual([]);
});

test('a browser without WebAssembly is told so', async () => {
  const page = await openFreshSearched();
  await page.addInitScript('delete globalThis.WebAssembly');
  await page.goto('search/?q=Comintern');
  await expectFailure(page, 'does not let the page run WebAssembly');
});

test('a phrase whose part of the index is lost is not said to be nowhere', async () => {
  const page = await openSearched();
  await page.route('**/edition/*/links/*.json', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto(`search/?q=${encodeURIComponent('"uneasy feeling"')}`);
  await expectFailure(page, 'A part of the search index could not be loaded');
  await page.unrouteAll();
  await expectRecovery(page);
});

test('a word that is nowhere has no hit, and no failure', async () => {
  const page = await openSearched({ address: 'search/?q=xylophone' });
  await answered(page);
  expect(await page.locator('#search-status').innerText()).toBe('No hit for “xylophone”.');
  expect(await page.locator('#search-failure').isVisible()).toBe(false);
});

test('a search after one that failed needs no button', async () => {
  const page = await openSearched();
  await page.route('**/*.pf_index', (route) => route.abort());
  await search(page, 'Comintern');
  await page.unrouteAll();
  await page.fill('#search-field', 'deserters');
  await expect.poll(() => page.locator('#search-results > li').count()).toBe(1);
  expect(await page.locator('#search-failure').isVisible()).toBe(false);
});

test('a script that does not come is told like a browser without JavaScript', async () => {
  const page = await openSearched();
  const sentence = page.getByText('Searching needs JavaScript');
  expect(await sentence.count()).toBe(0);
  await page.route('**/_astro/search*.js', (route) => route.abort());
  await page.goto('search/?q=Comintern');
  await sentence.waitFor();
});

test('without JavaScript a sentence leads to the calendar and the register', async () => {
  const page = await openSearched({ address: 'search/?q=Comintern', javaScript: false });
  const main = page.locator('main');
  expect(await main.innerText()).toContain('Searching needs JavaScript');
  // What nothing answers is not offered.
  expect(await main.locator('form, .examples').evaluateAll((all) => all.some((one) => one.checkVisibility()))).toBe(
    false,
  );
  expect(await main.getByRole('link', { name: 'calendar' }).first().getAttribute('href')).toBe('/large/documents/');
  expect(await main.getByRole('link', { name: 'register' }).first().getAttribute('href')).toBe('/large/register/');
});
