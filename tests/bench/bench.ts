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
import { runCommand } from '../../src/commands/command.ts';
import { PlainFailure } from '../../src/loader/plain-failure.ts';
import { makeEdition } from '../make-edition.ts';
import { buildParameters, buildProgram } from '../setup/edition-build.ts';
import { findBrowser, startBrowser } from '../setup/browser.ts';
import { costsOfSearching } from './costs-of-searching.ts';
import { bytesOf, filesUnder, measure, step } from './measure.ts';
import { makeStockSite } from './stock-site.ts';
import { printTables, type Measured } from './tables.ts';
import { measureVolume, printVolume, type MeasuredVolume } from './volume.ts';

await runCommand(async () => {
  const { sizes, volume, json } = readFlags();
  const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-bench-'));
  const browser = await startBrowser(await findBrowser());
  try {
    const results: (Measured | MeasuredVolume)[] = [];
    if (volume !== undefined) {
      const measured = await measureVolume(resolve(volume), scratch, browser);
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
    if (json !== undefined) {
      writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
      console.log(`\nWritten to ${json}`);
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return undefined;
});

function readFlags() {
  const [text, one] = [{ type: 'string' }, { type: 'string', default: '1,100,1000,5000' }] as const;
  try {
    const { values } = parseArgs({ options: { sizes: one, volume: text, json: text } });
    const sizes = values.sizes.split(',').map(Number);
    if (sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= 10_000)) return { ...values, sizes };
  } catch {
    // What it takes is said below.
  }
  const usage = '--sizes 1,100 (whole numbers from 1 to 10000), or --volume VOLUME.xml; and --json FILE';
  throw new PlainFailure(`\`npm run bench\` takes ${usage}.`);
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
