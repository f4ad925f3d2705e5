/**
 * Before the tests of the built site: builds the edition as anyone would, into a folder of its own,
 * serves it on a free port and starts one browser. Nothing touches `dist` or a running `npm start`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBrowser } from './browser.ts';
import { buildEdition } from './edition-build.ts';
import { serveSite } from './served-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site. */
    siteFolder: string;
    /** Address of the served site, without a final slash. */
    siteUrl: string;
    /** Where the tests reach the browser. */
    browserEndpoint: string;
  }
}

export default async function publishSite(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  const siteFolder = join(scratch, 'site');
  const built = await buildEdition(siteFolder);
  if (built.code !== 0) throw new Error(`The site could not be built:\n${built.output}`);
  const browser = await startBrowser();
  const site = await serveSite({ folder: siteFolder });

  project.provide('siteFolder', siteFolder);
  project.provide('siteUrl', site.url);
  project.provide('browserEndpoint', browser.wsEndpoint());

  return async () => {
    site.stop();
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  };
}
