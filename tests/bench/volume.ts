/** What a volume costs, from its TEI to the first result of a search. */
import { cpSync, globSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildParameters, buildProgram } from '../setup/edition-build.ts';
import { costsOfSearching, type SearchCosts } from './costs-of-searching.ts';
import { bytesOf, filesUnder, measure, step, type Usage } from './measure.ts';
import { print, printSearches } from './tables.ts';

export interface MeasuredVolume {
  readonly volume: string;
  /** Documents of the edition with the volume in it. */
  readonly documents: number;
  readonly import: Usage;
  readonly check: Usage;
  readonly build: Usage;
  readonly siteBytes: number;
  readonly indexBytes: number;
  readonly searches: SearchCosts;
}

const program = (name: string): string => fileURLToPath(new URL(`../../src/commands/${name}.ts`, import.meta.url));

/** Words, phrases, a year and a name of the kind that volumes hold. */
const queries = [
  'treaty',
  'conversation',
  'the Soviet government',
  '"Secretary of State"',
  '"the present situation"',
  'year:1936',
  'from:Gilbert',
];

/**
 * Imports a volume beside this edition's own documents, checks and builds both, and searches them.
 *
 * @param path The file of its TEI.
 * @param folder A folder to work in.
 */
export async function measureVolume(path: string, folder: string, browser: Browser): Promise<MeasuredVolume> {
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  mkdirSync(folder, { recursive: true });
  cpSync('content', content, { recursive: true });
  const environment = {
    CONTENT_DIR: content,
    OUT_DIR: site,
    CACHE_DIR: join(folder, 'cache'),
    SITE_URL: '',
    BASE_PATH: '',
  };
  const imported = await step('import', () => measure(program('import'), [path], environment, [0, 1]));
  const check = await step('check', () => measure(program('check'), [], environment));
  const build = await step('build', () => measure(buildProgram, buildParameters, environment));
  const searches = await step('searching in a browser', () => costsOfSearching(browser, site, queries));
  return {
    volume: basename(path),
    documents: globSync('documents/**/*.mdx', { cwd: content }).length,
    import: imported,
    check,
    build,
    siteBytes: bytesOf(filesUnder(site)),
    indexBytes: bytesOf(filesUnder(join(site, 'pagefind'))),
    searches,
  };
}

/** Prints what was measured. */
export function printVolume(measured: MeasuredVolume): void {
  const { volume, documents, import: imported, check, build, siteBytes, indexBytes, searches } = measured;
  console.log(`\n${volume}: an edition of ${documents.toLocaleString('en')} documents with it.\n`);
  print([
    ['step', 'clock s', 'CPU s', 'Pagefind CPU s', 'peak MB'],
    ...Object.entries({ import: imported, check, build }).map(([name, usage]) => [
      name,
      usage.seconds.toFixed(1),
      usage.cpuSeconds.toFixed(1),
      usage.otherCpuSeconds?.toFixed(1) ?? 'not known',
      usage.peakMegabytes.toFixed(0),
    ]),
  ]);
  console.log(`\nSite ${(siteBytes / 1e6).toFixed(1)} MB, of which search index ${(indexBytes / 1e6).toFixed(2)} MB.`);
  printSearches([[documents, searches]]);
}
