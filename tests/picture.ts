/** `npm run picture`: makes `public/edition.png`, the picture in the README and in link previews, from the site as it is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowser } from './setup/browser.ts';
import { buildEdition } from './setup/edition-build.ts';
import { serveSite } from './setup/served-site.ts';

const scratch = await mkdtemp(join(tmpdir(), 'manchuria-file-picture-'));
const folder = join(scratch, 'site');
const built = await buildEdition(folder);
if (built.code !== 0) throw new Error(built.output);
const site = await serveSite({ folder });
const started = await startBrowser();
const browser = await chromium.connect(started.wsEndpoint());
const page = await browser.newPage({
  // The proportions that Open Graph previews are cut to, with the page drawn at the width of a desk.
  viewport: { width: 1440, height: 756 },
  colorScheme: 'light',
});
await page.goto(`${site.url}/documents/moscow-1936-39/`);
// The fonts are in the browser's cache from the first visit; the second is drawn in them.
await page.waitForLoadState('networkidle');
await page.reload({ waitUntil: 'networkidle' });
await page.screenshot({ path: 'public/edition.png' });
await browser.close();
await started.close();
site.stop();
await rm(scratch, { recursive: true });
