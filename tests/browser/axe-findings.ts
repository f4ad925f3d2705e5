import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Gives axe to a page, once: its own policy forbids foreign scripts, and a debugger may evaluate one all the same. */
export async function giveAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
}

/**
 * What axe looks for in each theme. A theme is colours and nothing else: what every rule of WCAG 2.2 AA and of axe's own
 * best practices finds in the light one is found in the dark one too, but for the rules that look at colours.
 */
const rules = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: ['color-contrast', 'link-in-text-block'],
};

/**
 * What axe finds in both themes, as `theme, rule: element`.
 *
 * @param part Selects the part of the page to look at; the whole where it is not given.
 */
export async function findings(page: Page, part = 'html'): Promise<string[]> {
  await giveAxe(page);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(
      async ([selected, runOnly]) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        // What passes is not described, which would take a third of the time.
        const results = await axe.run(selected, { runOnly, resultTypes: ['violations'] });
        return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
      },
      [part, rules[colorScheme]] as const,
    );
    found.push(...violations.map((one) => `${colorScheme}, ${one}`));
  }
  return found;
}

/** The same of what the search page shows, on a phone and on a wide screen. */
export async function findingsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await findings(page, '#search')).map((one) => `${width}, ${one}`));
  }
  return found;
}
