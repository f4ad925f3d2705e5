/**
 * `npm run bench`: builds synthetic editions of several sizes, cold and warm, beside the same documents
 * built by stock Astro and MDX, and says what each cost.
 *
 * `--sizes 1,100` other sizes; `--volume <file>` a volume's TEI instead, beside this edition's own documents: import,
 * check, build; `--json <file>` writes the figures there too.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { sentenceFor } from '../../src/loader/plain-failure.ts';
import { makeEdition } from '../make-edition.ts';
import { buildParameters, buildProgram } from '../setup/edition-build.ts';
import { findBrowser, startBrowser } from '../setup/browser.ts';
import { costsOfSearching } from './costs-of-searching.ts';
import { bytesOf, filesUnder, measure, step } from './measure.ts';
import { makeStockSite } from './stock-site.ts';
import { printTables, type Measured } from './tables.ts';
import { measureVolume, printVolume, type MeasuredVolume } from './volume.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,100,1000,5000' },
    volume: { type: 'string' },
    json: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1 || size > 10_000)) {
  console.error(`Sizes are whole numbers from 1 to 10000, such as 1,100 — not “${values.sizes}”.`);
  process.exit(1);
}

const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-bench-'));
const browser = await startBrowser(await findBrowser());
try {
  const results: (Measured | MeasuredVolume)[] = [];
  if (values.volume !== undefined) {
    const measured = await measureVolume(resolve(values.volume), scratch, browser);
    printVolume(measured);
    results.push(measured);
  } else {
    const ofSizes: Measured[] = [];
    for (const size of sizes) {
      const folder = join(scratch, String(size));
      ofSizes.push(await measureSize(size, folder, browser));
      rmSync(folder, { recursive: true });
    }
    printTables(ofSizes);
    results.push(...ofSizes);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
    console.log(`\nWritten to ${values.json}`);
  }
} catch (error) {
  console.error(`\n${sentenceFor(error)}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function measureSize(size: number, folder: string, searching: Browser): Promise<Measured> {
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  const stock = join(folder, 'stock');
  mkdirSync(folder);
  const documents = await step(`${size.toLocaleString('en')} × making the documents`, () => makeEdition(content, size));
  const build = () =>
    measure(buildProgram, buildParameters, {
      CONTENT_DIR: content,
      OUT_DIR: site,
      CACHE_DIR: join(folder, 'cache'),
      SITE_URL: '',
      BASE_PATH: '',
    });
  makeStockSite(stock, join(content, 'documents'));
  const buildStock = () => measure(buildProgram, ['build', '--root', stock, '--silent'], {});

  const told = <Result>(what: string, work: () => Promise<Result>) =>
    step(`${size.toLocaleString('en')} × ${what}`, work);
  const cold = await told('our build, cold', build);
  const warm = await told('our build, warm', build);
  const stockCold = await told('stock Astro, cold', buildStock);
  const stockWarm = await told('stock Astro, warm', buildStock);
  const last = documents.at(-1);
  const queries = ['Soviet', last?.fileNumber ?? '', `"${last?.phrase ?? ''}"`];
  const searches = await told('searching in a browser', () => costsOfSearching(searching, site, queries));
  const files = filesUnder(site);
  return {
    documents: size,
    cold,
    warm,
    stockCold,
    stockWarm,
    siteBytes: bytesOf(files),
    siteFiles: files.length,
    indexBytes: bytesOf(filesUnder(join(site, 'pagefind'))),
    searches,
  };
}
