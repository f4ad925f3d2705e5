/** The built editions, for the tests that read their files or open their pages in a browser. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import { startBrowser, type FoundBrowser } from './browser.ts';
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

/** One for each worker, which talks to it without another process between. */
let browser: Promise<Browser> | undefined;

/** What a reader's browser is like; every option of the browser's context can be given. */
export interface Reader extends BrowserContextOptions {
  /** Address to open, relative to the site: `/documents/moscow-1936-39/#p2`. Without it the page is blank. */
  readonly address?: string;
  /** `false` for a reader without JavaScript. */
  readonly javaScript?: boolean;
}

/** Pages that tests have done with, by what their readers are like: most tests take less time than a new profile. */
const idle = new Map<string, Page[]>();

/**
 * Opens a page, in a browser profile where other tests may have read before: its cache may hold files. When the test
 * ends, its routes, media and size, what it kept and where it was are forgotten, and the page is given to the next one.
 * A test that listens to the page, adds to it, stops its clock or counts what it loads takes a fresh one.
 *
 * Relative addresses given to `page.goto` are the site's.
 */
export async function openPage({ address, ...reader }: Reader = {}): Promise<Page> {
  const kind = JSON.stringify(reader);
  const page = idle.get(kind)?.pop() ?? (await newReusedPage(reader));
  onTestFinished(async () => {
    if (await tidy(page, reader)) idle.set(kind, [...(idle.get(kind) ?? []), page]);
    else await page.context().close();
  });
  if (address !== undefined) await page.goto(address);
  return page;
}

async function newReusedPage(reader: Reader): Promise<Page> {
  const page = await newPage(reader, () => undefined);
  const refuse = () => {
    throw new Error('What is added to this page would stay for the next test: take openFreshPage.');
  };
  Object.assign(page, { addInitScript: refuse, exposeFunction: refuse, on: refuse });
  Object.assign(page.clock, { install: refuse });
  return page;
}

/** Opens a page in a browser profile of its own, which is closed when the test ends. */
export const openFreshPage = (reader: Reader = {}): Promise<Page> => newPage(reader, onTestFinished);

/** Opens one for all tests of a file, which do no more than go to addresses in it. */
export const openLastingPage = (reader: Reader = {}): Promise<Page> => newPage(reader, afterAll);

/** Puts a page back to what it was when it was opened; false where that cannot be done. */
async function tidy(page: Page, { viewport, colorScheme, forcedColors, reducedMotion }: Reader): Promise<boolean> {
  if (page.isClosed() || page.context().pages().length > 1) return false;
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => {
    if (location.protocol !== 'about:') localStorage.clear();
  });
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
  await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
  await page.emulateMedia({
    media: null,
    colorScheme: colorScheme ?? 'light',
    forcedColors: forcedColors ?? 'none',
    reducedMotion: reducedMotion ?? 'no-preference',
  });
  return true;
}

async function newPage(
  { address, javaScript = true, ...options }: Reader,
  whenDone: (end: () => Promise<void>) => void,
): Promise<Page> {
  browser ??= shared('browser').then((found) => startBrowser(found as FoundBrowser));
  const context = await (await browser).newContext({ baseURL: siteUrl, javaScriptEnabled: javaScript, ...options });
  whenDone(() => context.close());
  const page = await context.newPage();
  if (address !== undefined) await page.goto(address);
  return page;
}

/** What goes wrong on a page from now on, as it comes: errors of its scripts, and what the browser complains of. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
