/** What the first result costs a reader of a built edition who comes with nothing loaded. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { createSiteServer } from '../../src/commands/site-server.ts';
import { costOfFirstSearch, type SearchCost } from '../browser/search-bytes.ts';

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
  const server = createSiteServer({ folder, base: '/' }).listen(0);
  await once(server, 'listening');
  const costs: Record<string, SearchCost> = {};
  try {
    for (const query of queries) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/search/`);
      costs[query] = await costOfFirstSearch(page, query);
      await context.close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return costs;
}
