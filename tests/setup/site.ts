/** The built editions, for the tests that read their files or open their pages in a browser. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import type { EditionName, ServedEdition } from './editions.ts';

/** Asks for what all tests share, which is made at the first time. */
async function shared(name: string): Promise<unknown> {
  const response = await fetch(`${inject('sharedUrl')}/${name}`);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** An edition that was built; tests read it and change nothing in it. */
export const edition = (name: EditionName): Promise<ServedEdition> => shared(name) as Promise<ServedEdition>;

/** Folder of this edition's built site, and its address without a final slash. */
export const { folder: siteFolder, url: siteUrl } = await edition('published');

let browser: Promise<Browser> | undefined;

/** What a reader's browser is like; every option of the browser's context can be given. */
export interface Reader extends BrowserContextOptions {
  /** Address to open, relative to the site: `/documents/moscow-1936-39/#p2`. Without it the page is blank. */
  readonly address?: string;
  /** `false` for a reader without JavaScript. */
  readonly javaScript?: boolean;
}

/**
 * Opens a page in a browser profile of its own, which is closed when the test ends.
 *
 * Relative addresses given to `page.goto` are the site's.
 */
export const openPage = (reader: Reader = {}): Promise<Page> => newPage(reader, onTestFinished);

/** Opens one for all tests of a file, which do no more than go to addresses in it. */
export const openLastingPage = (reader: Reader = {}): Promise<Page> => newPage(reader, afterAll);

async function newPage(
  { address, javaScript = true, ...options }: Reader,
  whenDone: (end: () => Promise<void>) => void,
): Promise<Page> {
  browser ??= shared('browser').then((endpoint) => chromium.connect(String(endpoint)));
  const context = await (await browser).newContext({ baseURL: siteUrl, javaScriptEnabled: javaScript, ...options });
  whenDone(() => context.close());
  const page = await context.newPage();
  if (address !== undefined) await page.goto(address);
  return page;
}
