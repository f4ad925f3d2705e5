/** Measures what a search costs a reader: the first, with nothing loaded, and each further keystroke. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

export interface SearchCost {
  /** Requests from the first keystroke to the first result. */
  readonly requests: number;
  /** Bytes of these, compressed as a host would send them. */
  readonly bytes: number;
  /** From the keystroke to the result on the screen; milliseconds. */
  readonly milliseconds: number;
}

/** Files that hosts do not compress: they are compressed already. */
const compressed = /\.(?:pagefind|pf_\w+|woff2)$/;

/**
 * Types a query into a search page on which nothing was searched yet, and counts until a result, or
 * the sentence that there is none, is shown.
 */
export async function costOfFirstSearch(page: Page, query: string): Promise<SearchCost> {
  await page.waitForLoadState('networkidle');
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const milliseconds = await page.evaluate(async (typed) => {
    const begun = performance.now();
    const field = document.querySelector<HTMLInputElement>('#search-field');
    if (!field) throw new Error('This is not the search page.');
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const shown = () =>
      document.querySelector('#search-results > li') !== null ||
      /^No /.test(document.querySelector('#search-status')?.textContent ?? '');
    while (!shown()) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  }, query);
  const counted = [...responses];
  const sizes = await Promise.all(
    counted.map(async (response) => {
      const body = await response.body();
      return compressed.test(new URL(response.url()).pathname) ? body.length : gzipSync(body, { level: 9 }).length;
    }),
  );
  return {
    requests: counted.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    milliseconds,
  };
}

/**
 * Types words into a search page letter by letter, and takes the time until the page says what was found, of each
 * but the first, which loads the index.
 *
 * @returns Milliseconds.
 */
export async function timesOfKeystrokes(page: Page, typed: string): Promise<number[]> {
  await page.waitForLoadState('networkidle');
  return page.evaluate(async (words) => {
    const field = document.querySelector<HTMLInputElement>('#search-field');
    const status = document.querySelector('#search-status');
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const times: number[] = [];
    for (let length = 1; length <= words.length; length += 1) {
      if (!field || !status) throw new Error('This is not the search page.');
      const begun = performance.now();
      field.value = words.slice(0, length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (!status.textContent.includes(`“${field.value.trim()}”`)) await pause(0);
      times.push(performance.now() - begun);
      await pause(200);
    }
    return times.slice(1);
  }, typed);
}
