/** What the first result costs a reader of a built edition who comes with nothing loaded. */
import type { Browser } from 'playwright-core';
import { costOfFirstSearch, type SearchCost } from '../browser/search-bytes.ts';
import { serveSite } from '../setup/served-site.ts';

/**
 * Searches a site for each query, in a profile of its own each time.
 *
 * @param folder the built site
 */
export async function firstResults(
  browser: Browser,
  folder: string,
  queries: readonly string[],
): Promise<Record<string, SearchCost>> {
  const site = await serveSite({ folder });
  const costs: Record<string, SearchCost> = {};
  try {
    for (const query of queries) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${site.url}/search/`);
      costs[query] = await costOfFirstSearch(page, query);
      await context.close();
    }
  } finally {
    site.stop();
  }
  return costs;
}
