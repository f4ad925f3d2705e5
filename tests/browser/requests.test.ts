/** What a page asks the network for, and what it needs of that. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openFreshPage, siteUrl } from '../setup/site.ts';
import { shiftsIn, watchShifts } from './shifts.ts';

const address = '/documents/moscow-1936-39/';

test('the whole text can be read, in its own style, after one request', async () => {
  const page = await openFreshPage();
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document' ? route.continue() : route.abort(),
  );
  await page.goto(address);
  expect(await page.locator('#n56').innerText()).toContain('Soviet Commissar');
  expect(await page.locator('.text').innerText()).toContain('would discuss the matter');
  const color = await page
    .locator('#p2 .words')
    .first()
    .evaluate((one) => getComputedStyle(one).color);
  expect(color).not.toBe('rgb(0, 0, 238)');
});

test('no page links a style sheet, which its own policy would forbid', async () => {
  const page = await openFreshPage();
  for (const place of ['/', address, '/method/', '/editing/', '/search/', '/register/', '/documents/']) {
    await page.goto(place);
    expect(await page.locator('link[rel="stylesheet"]').count(), place).toBe(0);
  }
});

test('a page asks its own host alone, and for 50 kB at most, fonts included', async () => {
  const page = await openFreshPage();
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const size = response.body().then((body) => (response.url().endsWith('.woff2') ? body : gzipSync(body)).length);
    sizes.set(response.url(), size);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  expect([...sizes.keys()].filter((url) => new URL(url).origin !== siteUrl)).toEqual([]);
  const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThanOrEqual(50_000);
});

test('nothing moves when the script of the search page comes late', async () => {
  const page = await openFreshPage({ viewport: { width: 390, height: 800 } });
  await watchShifts(page);
  await page.route('**/_astro/search*.js', async (route) => {
    await page.locator('#search-form').waitFor();
    // Two pictures are drawn without it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await route.continue();
  });
  await page.goto('/search/', { waitUntil: 'networkidle' });
  expect(await page.locator('#search-unserved').count()).toBe(0);
  expect(await shiftsIn(page)).toBe(0);
});

test('nothing moves while a page loads', async () => {
  for (const width of [390, 1280]) {
    const page = await openFreshPage({ viewport: { width, height: 800 } });
    await watchShifts(page);
    for (const place of ['/', address, '/documents/', '/register/', '/search/', '/method/']) {
      await page.goto(place, { waitUntil: 'networkidle' });
      expect(await shiftsIn(page), `${place} at ${width} pixels`).toBe(0);
    }
  }
});
