/** What searching a built edition costs a reader who comes with nothing loaded. */
import type { Browser, Page } from 'playwright-core';
import { costOfFirstSearch, timesOfKeystrokes, type SearchCost } from '../browser/search-bytes.ts';
import { serveSite } from '../setup/served-site.ts';

export interface SearchCosts {
  /** Of the first result, by query. */
  readonly first: Readonly<Record<string, SearchCost>>;
  /** Of each further keystroke, in milliseconds, the shortest first. */
  readonly further: readonly number[];
}

/** Typed letter by letter. */
const typed = ['Soviet government', 'embargo', 'treaty of commerce', 'Henderson Litvinov'];

/**
 * Searches a site for each query, in a profile of its own each time, and types into it.
 *
 * @param folder the built site
 */
export async function costsOfSearching(
  browser: Browser,
  folder: string,
  queries: readonly string[],
): Promise<SearchCosts> {
  const site = await serveSite({ folder });
  const inNewProfile = async <Result>(work: (page: Page) => Promise<Result>): Promise<Result> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}/search/`);
    const result = await work(page);
    await context.close();
    return result;
  };
  const first: Record<string, SearchCost> = {};
  const further: number[] = [];
  try {
    for (const query of queries) first[query] = await inNewProfile((page) => costOfFirstSearch(page, query));
    for (const words of typed) further.push(...(await inNewProfile((page) => timesOfKeystrokes(page, words))));
  } finally {
    site.stop();
  }
  return { first, further: further.sort((one, other) => one - other) };
}
