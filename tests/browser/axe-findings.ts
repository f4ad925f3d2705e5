import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Gives axe to a page, once: its own policy forbids foreign scripts, and a debugger may evaluate one all the same. */
export async function giveAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
}

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, as `rule: element`.
 *
 * @param part Selects the part of the page to look at; the whole where it is not given.
 */
export async function findings(page: Page, part = 'html'): Promise<string[]> {
  await giveAxe(page);
  return page.evaluate(async (selected) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(selected, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What passes is not described, which would take a third of the time.
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, part);
}

/** The same of what the search page shows, in both themes, on a phone and on a wide screen. */
export async function findingsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await findings(page, '#search')).map((one) => `${colorScheme}, ${width}: ${one}`));
    }
  }
  return found;
}
