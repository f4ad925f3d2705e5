/**
 * `npm run picture`: makes `public/edition.png`, the picture in the README and in link previews, from the site as it is,
 * and from `public/favicon.svg` the icons for what takes no SVG: `favicon.ico`, `apple-touch-icon.png`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, startBrowser } from './setup/browser.ts';
import { buildEdition } from './setup/edition-build.ts';
import { serveSite } from './setup/served-site.ts';

const scratch = await mkdtemp(join(tmpdir(), 'manchuria-file-picture-'));
const folder = join(scratch, 'site');
const built = await buildEdition(folder);
if (built.code !== 0) throw new Error(built.output);
const site = await serveSite({ folder });
const browser = await startBrowser(await findBrowser());
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

// A page of its own: the policy of the last one forbids styles.
const blank = await browser.newPage({ colorScheme: 'light' });
const svg = await readFile('public/favicon.svg', 'utf8');
/** The icon as a PNG; without its round corners, which the systems that ask for it cut themselves. */
async function icon(size: number, rounded: boolean): Promise<Buffer> {
  await blank.setViewportSize({ width: size, height: size });
  const drawn = rounded ? svg : svg.replace(' rx="3"', '');
  await blank.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${drawn}`);
  return blank.screenshot({ omitBackground: true });
}
await writeFile('public/apple-touch-icon.png', await icon(180, false));
const picture = await icon(32, true);
// An icon file of one picture: its directory, then the PNG.
const directory = Buffer.from([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
directory.writeUInt32LE(picture.length, 14);
await writeFile('public/favicon.ico', Buffer.concat([directory, picture]));
await browser.close();
site.stop();
await rm(scratch, { recursive: true });
