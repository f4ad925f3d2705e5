/** Runs the search's own browser code in a page, against the index of a served site, without the page around it. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type * as Engine from '../../src/search/browser/engine.ts';
import type * as Results from '../../src/search/browser/results.ts';
import type * as Queries from '../../src/search/shared/query.ts';

/** What a query finds when everything is looked through. */
export interface Answer {
  readonly exact: readonly string[];
  readonly near: readonly string[];
  /** What the page says before anything is checked, where it is certain of it. */
  readonly promised: number | undefined;
}

/** Serves the sources to a page as a browser reads them: without their types. */
export async function serveSources(page: Page): Promise<void> {
  await page.route('**/src/**/*.ts', (route) => {
    const path = fileURLToPath(new URL(`../..${new URL(route.request().url()).pathname}`, import.meta.url));
    const source = stripTypeScriptTypes(readFileSync(path, 'utf8')).replace("'porter2'", "'/src/porter2.js'");
    return route.fulfill({ contentType: 'text/javascript', body: source });
  });
  const porter2 = readFileSync(createRequire(import.meta.url).resolve('porter2'), 'utf8');
  // Loaded now, so that nothing is intercepted, and everything cached, when queries are asked. As text: what is
  // written here as a function, the test runner rewrites for itself.
  const load = () =>
    page.evaluate(`Promise.all(['browser/engine.ts', 'browser/results.ts', 'shared/query.ts', 'shared/names.ts'].map((file) => import('/src/search/' + file)))
      .then((modules) => { globalThis.searchModules = Object.assign({}, ...modules); })`);
  await page.route('**/src/porter2.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const exports = {};\n${porter2}\nconst found = exports.stem;\nexport { found as stem };`,
    }),
  );
  await load();
  await page.unrouteAll();
}

/**
 * Asks many queries, one after another.
 *
 * @param bundle Address of the index, with a final slash.
 */
export function askAll(page: Page, bundle: string, stamp: string, queries: readonly string[]): Promise<Answer[]> {
  return page.evaluate(
    async ({ bundle, stamp, queries }) => {
      const { searchModules } = globalThis as unknown as {
        searchModules: typeof Engine & typeof Results & typeof Queries;
      };
      const { searchEngine, find, checkNext, countsOf, isComplete, parseQuery } = searchModules;
      // The browser asks for each document once: hundreds of queries look through the same ones.
      const { fetch } = globalThis;
      const kept = new Map<string, Promise<string>>();
      globalThis.fetch = async (file, options) => {
        const address = file instanceof Request ? file.url : String(file);
        if (!address.includes('/documents/')) return fetch(file, options);
        const text = kept.get(address) ?? fetch(address).then((response) => response.text());
        kept.set(address, text);
        return new Response(await text);
      };
      const engine = searchEngine(bundle, stamp, 0);
      const state = {
        q: '',
        sort: 'relevance',
        page: 1,
        facets: {},
        since: '',
        until: '',
        literal: true,
      } as const;
      const answers: Answer[] = [];
      for (const query of queries) {
        const { tree } = parseQuery(query);
        if (tree === undefined) throw new Error(`Not understood: ${query}`);
        let results = await find(engine, tree, state);
        const { certain, exact } = countsOf(results);
        const promised = certain ? exact : undefined;
        while (!isComplete(results)) results = await checkNext(engine, results);
        const ids = (found: typeof results.foundExact) => found.map(({ id }) => id);
        answers.push({ exact: ids(results.foundExact), near: ids(results.foundNear), promised });
      }
      return answers;
    },
    { bundle, stamp, queries },
  );
}
