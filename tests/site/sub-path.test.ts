import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer } from '../../src/commands/site-server.ts';
import { buildEdition } from '../setup/edition-build.ts';
import { openPage } from '../setup/site.ts';

const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
const folder = join(scratch, 'site');
const server = createSiteServer({ folder, base: '/edition' });

beforeAll(async () => {
  const { code, output } = await buildEdition(folder, { BASE_PATH: '/edition' });
  if (code !== 0) throw new Error(output);
  await once(server.listen(0), 'listening');
}, 120_000);

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(scratch, { recursive: true, force: true });
});

const origin = (): string => `http://localhost:${(server.address() as AddressInfo).port}`;

describe('under a sub-path', () => {
  test('every link, style, script and picture is below it, and there', async () => {
    const addresses = new Set(globSync('**/*.html', { cwd: folder }).flatMap(localAddresses));
    expect(addresses.size).toBeGreaterThan(10);
    expect([...addresses].filter((address) => !address.startsWith('/edition/'))).toEqual([]);

    const missing = [];
    for (const address of addresses) {
      const { ok } = await fetch(`${origin()}${address}`, { redirect: 'error' });
      if (!ok) missing.push(address);
    }
    expect(missing).toEqual([]);
  });

  test('the search finds the telegram, and its link leads there', async () => {
    const page = await openPage();
    await page.goto(`${origin()}/edition/search/?q=Litvinov`);
    const link = page.locator('main a[href*="/edition/documents/moscow-1936-39/"]').first();
    await link.click();
    await page.waitForURL(/\/edition\/documents\/moscow-1936-39\//);
    expect(await page.textContent('h1, h2')).toBeTruthy();
  });
});

/** The addresses on this site that a page names, without their fragments. */
function localAddresses(page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  return [...html.matchAll(/\s(?:href|src|action)="(\/[^"#?]*)/g)].map(
    ([, address]) => address ?? '',
  );
}
