/** `npm start`: builds the site if its sources have changed, then serves it on this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { publishedStamp } from '../integration/output-folder.ts';
import { PlainFailure, sentenceFor } from '../integration/plain-failure.ts';
import { readBuildSettings } from '../integration/settings.ts';
import { stampOf } from '../integration/stamp.ts';
import { createSiteServer } from './server.ts';

/** This machine alone, by both of its addresses. */
const loopback = ['127.0.0.1', '::1'];

try {
  const { port: asked, host } = readFlags();
  const port = portOf(asked ?? process.env['PORT'] ?? '4321');
  const settings = readBuildSettings();
  const site = { folder: settings.outDir, base: settings.base };
  // The port comes first: whether it is free is known at once, a build takes its time.
  const servers = host === undefined ? loopback.map(() => createSiteServer(site)) : [createSiteServer(site)];
  for (const [index, server] of servers.entries()) await listen(server, port, host ?? loopback[index] ?? '');
  if (publishedStamp(settings.outDir) !== stampOf(settings)) await build();
  const path = settings.base === '/' ? '/' : `${settings.base}/`;
  console.log(`The edition is at http://localhost:${port}${path} (Ctrl+C stops it)`);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(1);
}

function readFlags(): { port?: string; host?: string } {
  try {
    return parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } }).values;
  } catch {
    const host = '--host ADDRESS to be reached from other machines: npm start -- --host 0.0.0.0';
    throw new PlainFailure(`\`npm start\` takes --port NUMBER, and ${host}`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainFailure(`A port is a number from 1 to 65535, not “${text}”.`);
}

/** Runs the build in a process of its own, which Ctrl+C ends with this one. */
async function build(): Promise<void> {
  console.log('Building the site …');
  const starter = fileURLToPath(new URL('astro.ts', import.meta.url));
  const child = spawn(process.execPath, [starter, 'build', '--silent'], { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.exit(code ?? 1);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine may have only one of the two addresses.
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return;
    if (code !== 'EADDRINUSE') throw error;
    const advice = 'Choose another: npm start -- --port 4322 (or PORT=4322 npm start).';
    throw new PlainFailure(`Another program already uses port ${port}. ${advice}`);
  }
}
