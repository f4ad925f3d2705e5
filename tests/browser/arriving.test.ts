/** A page while it arrives: the text is drawn without waiting for its typeface, and nothing moves. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Route } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openFreshPage, siteFolder } from '../setup/site.ts';
import { shiftsIn, watchShifts } from './shifts.ts';

const address = '/documents/moscow-1936-39/';
const viewports = [
  { width: 360, height: 740 },
  { width: 412, height: 823 },
  { width: 1440, height: 900 },
];

/** How the line treats the two fonts. */
const lines: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'at once': (route) => route.continue(),
  'after the text is drawn': async (route) => {
    await wait(400);
    await route.continue();
  },
  never: (route) => route.abort(),
};

describe.each(viewports)('$width pixels wide', (viewport) => {
  test.each(Object.entries(lines))('nothing moves when the fonts come %s', async (_when, line) => {
    const page = await openFreshPage({ viewport });
    await watchShifts(page);
    await page.route('**/*.woff2', line);
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await shiftsIn(page)).toBe(0);
  });

  test('nothing moves while the text comes piece by piece', async () => {
    const page = await openFreshPage({ viewport });
    await watchShifts(page);
    await page.goto(await serveInPieces(address), { waitUntil: 'load' });
    expect(await page.locator('.text + .after').count()).toBe(1);
    expect(await shiftsIn(page)).toBe(0);
  });
});

test('the text is drawn while the fonts are still asked for', async () => {
  const page = await openFreshPage();
  let asked = 0;
  await page.route('**/*.woff2', () => {
    asked += 1;
  });
  await page.goto(address, { waitUntil: 'commit' });
  // A busy browser may draw the head of the page before it has read the text.
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        new PerformanceObserver((list) => {
          const entries = list.getEntries() as (PerformanceEntry & { element: Element | null })[];
          if (entries.some(({ element }) => element?.closest('.document .text'))) drawn();
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  expect(asked).toBe(2);
});

/** Serves a page alone, its text block by block, with time to draw each; gives its address. */
async function serveInPieces(path: string): Promise<string> {
  const html = await readFile(join(siteFolder, path, 'index.html'), 'utf8');
  const [text = '', after = ''] = html.split(/(?=<div class="after")/);
  const pieces = [...text.split(/(?<=<\/(?:legend|label|summary|dl|aside|header|p|div)>)/), after];
  const server = createServer((request, response) => {
    if (request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    void (async () => {
      for (const piece of pieces) {
        response.write(piece);
        await wait(40);
      }
      response.end();
    })();
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  return `http://localhost:${String(port)}${path}`;
}
