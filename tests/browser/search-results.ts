/** Reads the search page as a reader does: what is said, and what is found. */
import type { Page } from 'playwright-core';
import { edition, openFreshPage, openLastingPage, openPage, type Reader } from '../setup/site.ts';

/** Where searches are tried: the telegram among seven hundred made documents. */
export const { url: searchedUrl } = await edition('large');

/** The days of a search on which only the telegram was sent, as an address has them. */
export const dayOfTelegram = '&since=1936-01-31&until=1936-01-31';

/** Opens a page of that edition, to which relative addresses belong. */
export const openSearched = (reader: Reader = {}): Promise<Page> => openPage({ ...reader, baseURL: `${searchedUrl}/` });

/** The same, in a browser profile of its own. */
export const openFreshSearched = (reader: Reader = {}): Promise<Page> =>
  openFreshPage({ ...reader, baseURL: `${searchedUrl}/` });

/** The same, one page for all tests of a file. */
export const openSearchedOnce = (): Promise<Page> => openLastingPage({ baseURL: `${searchedUrl}/` });

export interface ShownHit {
  /** `¶ 2`, `Note 56`, `Received`. */
  readonly place: string;
  readonly words: string;
  readonly exact: readonly string[];
  readonly near: readonly string[];
  readonly href: string;
}

export interface ShownResult {
  readonly title: string;
  readonly recordLine: string;
  /** What says that it is only near; empty where it is not. */
  readonly nearNote: string;
  readonly hits: readonly ShownHit[];
}

/** Waits until the page has answered, and reads the answer. */
export async function shownResults(page: Page): Promise<ShownResult[]> {
  await answered(page);
  return page.$$eval('#search-results > li', (items) =>
    items.map((item) => ({
      title: item.querySelector('h2')?.textContent ?? '',
      recordLine: item.querySelector('.record-line')?.textContent ?? '',
      nearNote: item.querySelector('.near-note')?.textContent ?? '',
      hits: [...item.querySelectorAll<HTMLAnchorElement>('.hits a')].map((link) => ({
        place: link.querySelector('.place')?.textContent ?? '',
        words: link.querySelector('.words')?.textContent ?? '',
        exact: [...link.querySelectorAll('mark.exact')].map((mark) => mark.textContent),
        near: [...link.querySelectorAll('mark.near')].map((mark) => mark.textContent),
        href: link.getAttribute('href') ?? '',
      })),
    })),
  );
}

/**
 * Opens the search page at a query and reads its answer.
 *
 * @param rest What else the address says: `&page=2`.
 */
export async function search(page: Page, query: string, rest = ''): Promise<ShownResult[]> {
  await page.goto(`search/?q=${encodeURIComponent(query)}${rest}`);
  return shownResults(page);
}

/** Waits until a search has ended, well or badly. */
export async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const status = document.getElementById('search-status')?.textContent ?? '';
    const failed = document.getElementById('search-failure')?.hidden === false;
    const busy = document.getElementById('search-results')?.hasAttribute('aria-busy');
    return failed || (!busy && status !== '' && status !== 'Searching…');
  });
}

/** What the page says about the results, aloud too. */
export function statusOf(page: Page): Promise<string> {
  return page.locator('#search-status').innerText();
}
