/** The built site, for the tests that read its files or open its pages in a browser. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';

/** Folder of the built site. */
export const siteFolder = inject('siteFolder');

/** Address of the served site, without a final slash. */
export const siteUrl = inject('siteUrl');

const browser: Promise<Browser> = chromium.connect(inject('browserEndpoint'));
afterAll(async () => {
  await (await browser).close();
});

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
export async function openPage({ address, javaScript = true, ...options }: Reader = {}): Promise<Page> {
  const context = await (await browser).newContext({ baseURL: siteUrl, javaScriptEnabled: javaScript, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  if (address !== undefined) await page.goto(address);
  return page;
}
