/** What moves in a page while it loads: the sum of its layout shifts, by https://wicg.github.io/layout-instability/ */
import type { Page } from 'playwright-core';

/** Watches the pages that are opened from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: PerformanceEntry[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
    Object.assign(window, { seen });
  });
}

/**
 * @param from `begun` counts what moves while the page is read in, too: a busy browser may draw half a line, whose
 *   words at the right then move as the others come.
 */
export function shiftsIn(page: Page, from: 'begun' | 'read' = 'read'): Promise<number> {
  return page.evaluate(async (since) => {
    // What was drawn last is told of after the next picture.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const { seen } = window as unknown as { seen: (PerformanceEntry & { value: number })[] };
    const [loading] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const counted = seen.filter(({ startTime }) => since === 'begun' || startTime >= (loading?.domInteractive ?? 0));
    return counted.reduce((sum, { value }) => sum + value, 0);
  }, from);
}
