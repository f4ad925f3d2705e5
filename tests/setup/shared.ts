/**
 * What the tests of built sites have in common: editions, each built as anyone would build it, away from `dist`, and
 * served on a free port; and the browser, unpacked. Each is made when a test first asks for it, once in a run.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { buildEdition } from './edition-build.ts';
import { editions, type Edition, type EditionName, type ServedEdition } from './editions.ts';
import { serveSite } from './served-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests ask for what they share: `/browser`, or the name of an edition. */
    sharedUrl: string;
  }
}

export default async function share(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  const endings: (() => unknown)[] = [];
  const made = new Map<string, Promise<unknown>>();

  async function make(name: string): Promise<unknown> {
    if (name === 'browser') return findBrowser();
    const edition: Edition = editions[name as EditionName];
    const { base = '/', origin, write } = edition;
    const content = join(scratch, name, 'content');
    const folder = join(scratch, name, 'site');
    await write?.(content);
    const { code, output } = await buildEdition(folder, {
      BASE_PATH: base,
      SITE_URL: origin ?? '',
      CONTENT_DIR: write ? content : '',
    });
    if (code !== 0) throw new Error(`The ${name} edition could not be built:\n${output}`);
    const { url, stop } = await serveSite({ folder, base });
    endings.push(stop);
    return { folder, base, origin: origin ?? 'http://localhost:4321', url } satisfies ServedEdition;
  }

  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? '';
    const one = made.get(name) ?? make(name);
    made.set(name, one);
    one.then(
      (result) => response.end(JSON.stringify(result)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, 'localhost');
  await once(server, 'listening');
  project.provide('sharedUrl', `http://localhost:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.close();
    server.closeAllConnections();
    for (const end of endings) await end();
    rmSync(scratch, { recursive: true, force: true });
  };
}
