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
 * What moved since the page was opened. Not what moves in the lines at its head and foot and in forms, which are set
 * from the right or from below: a busy browser may draw half of such a line before the rest is read.
 */
export function shiftsIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // What was drawn last is told of after the next picture.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    type Source = { node: Node | null; currentRect: DOMRect };
    const { seen } = window as unknown as { seen: (PerformanceEntry & { value: number; sources: Source[] })[] };
    // Of what a browser makes a field is not told; where it stands is.
    const elementOf = ({ node, currentRect }: Source) =>
      node === null
        ? document.elementFromPoint(currentRect.x, currentRect.y)
        : node instanceof Element
          ? node
          : node.parentElement;
    const isHalfLine = (source: Source) => Boolean(elementOf(source)?.closest('.masthead, .colophon, form'));
    return seen.filter(({ sources }) => !sources.every(isHalfLine)).reduce((sum, { value }) => sum + value, 0);
  });
}
