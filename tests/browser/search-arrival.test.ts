/** Coming from a search: what was found is highlighted in the document. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSearched, openSearchedOnce, search, searchedUrl } from './search-results.ts';

const document = 'documents/moscow-1936-39/';

/** The words under a highlight in the order of the page, note markers among them (`[sic]d`: note d). */
function highlighted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (which) => [...(CSS.highlights.get(which) ?? [])].map((range) => (range as Range).toString().trim()),
    name,
  );
}

async function arrive(page: Page, query: string, anchor: string): Promise<void> {
  await page.goto(`${document}?q=${encodeURIComponent(query)}#${anchor}`);
  await page.waitForSelector('.search-hits');
}

describe('the words of the query are highlighted', async () => {
  const page = await openSearchedOnce();
  test.each([
    ['"that on the outbreak"', 'p2', 'that on [sic]d the outbreak'],
    ['"Litvinov while in London"', 'p4', 'Litvinov56 while in London'],
    ['"of Communism to support such attacks"', 'p3', 'of Communism [to support such attacks'],
    ['"entered into an alliance directed"', 'p3', 'entered into an alliance directed'],
    ['761.9315 Manchuria/35', 'heading', '761.9315 Manchuria/35'],
    ['"January 31"', 'received', 'January 31'],
    ['note:Commissar', 'n56', 'Commissar'],
    ['Moscow', 'record', 'Moscow'],
    ['file:761.93', 'record', '761.9315 Manchuria/35'],
    ['from:Henderson', 'record', 'Henderson'],
    ['place:London', 'p4', 'London'],
    ['kind:telegram', 'record', '39'],
    [
      'volume:frus1936v04',
      'record',
      'Foreign Relations of the United States: Diplomatic Papers, 1930–1939, vol. 4, doc.\u00A032 Not collated with the printed page. Place and publisher are inferred from the sister volumes of the series; the year, 1954, is that of the FRUS bibliography record.',
    ],
    ['summary:"uneasy feeling"', 'p2', 'uneasy feeling'],
    ['summary:Henderson', 'record', 'Henderson'],
    ['summary:tells', 'heading', 'The Chargé in the Soviet Union (Henderson)a to the Secretary of State'],
  ])('%s', async (query, anchor, words) => {
    await arrive(page, query, anchor);
    expect(await highlighted(page, 'search-current')).toEqual([words]);
    expect(page.url()).toBe(`${searchedUrl}/${document}#${anchor}`);
  });

  test('in the reading text too, where the marks are gone', async () => {
    await page.goto(document);
    await page.getByText('Reading text', { exact: true }).click();
    await arrive(page, '"that on the outbreak"', 'p2');
    expect(await highlighted(page, 'search-current')).toHaveLength(1);
  });
});

test('a hit in the search page leads to its highlight, in view', async () => {
  const page = await openSearched({ viewport: { width: 390, height: 700 } });
  await search(page, '"exercise restraint upon Germany"');
  await page.locator('.hits a').first().click();
  await page.waitForSelector('.search-hits');
  expect(page.url()).toBe(`${searchedUrl}/${document}#p4`);
  const inView = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('search-current') ?? [])] as Range[];
    const box = range?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
  expect(inView).toBe(true);
});

test('next and previous go round all hits, and say where they are', async () => {
  const page = await openSearched();
  await arrive(page, '"the Comintern"', 'p2');
  const bar = page.locator('.search-hits');
  const all = await highlighted(page, 'search-exact');
  expect(all.slice(0, 3)).toEqual(['the Comintern', 'the Comintern', 'the Comintern']);
  expect(await bar.innerText()).toContain(`Hit 1 of ${all.length}, ¶\u00A02`);
  await bar.getByRole('button', { name: 'Next hit' }).click();
  expect(await bar.innerText()).toContain(`Hit 2 of ${all.length}, ¶\u00A03`);
  await bar.getByRole('button', { name: 'Previous hit' }).click();
  await bar.getByRole('button', { name: 'Previous hit' }).click();
  expect(await bar.innerText()).toContain(`Hit ${all.length} of ${all.length}`);
});

test('Escape ends it', async () => {
  const page = await openSearched();
  await arrive(page, 'Litvinov', 'p4');
  await page.keyboard.press('Escape');
  expect(await page.locator('.search-hits').count()).toBe(0);
  expect(await highlighted(page, 'search-exact')).toEqual([]);
});

test('the text of the page is not touched by the highlighting', async () => {
  const page = await openSearched();
  await page.goto(document);
  const html = () => page.locator('.document .text').innerHTML();
  const before = await html();
  await arrive(page, '"that on the outbreak"', 'p2');
  expect(await html()).toBe(before);
});

test('only the word itself is highlighted for a word in quotation marks', async () => {
  const page = await openSearched();
  await arrive(page, '"desertion"', 'p2');
  const words = [...(await highlighted(page, 'search-exact')), ...(await highlighted(page, 'search-near'))];
  expect([...new Set(words)]).toEqual(['desertion']);
});

test('a date leads to the row of the record that has it', async () => {
  const page = await openSearched();
  await arrive(page, 'year:1936', 'record');
  expect((await highlighted(page, 'search-current')).join('')).toContain('January 31, 1936');
});

test('loading the page again keeps what is highlighted, until it is ended', async () => {
  const page = await openSearched();
  await arrive(page, 'Litvinov', 'p4');
  await page.reload();
  await page.waitForSelector('.search-hits');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.search-hits').count()).toBe(0);
});

test('a note that opens in place is open where the hit is in it', async () => {
  const page = await openSearched({ viewport: { width: 390, height: 700 } });
  await arrive(page, 'note:Commissar', 'n56');
  expect(await page.locator('#n56').isVisible()).toBe(true);
});
