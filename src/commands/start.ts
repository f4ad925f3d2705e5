/** `npm start`: builds the site if its sources have changed, then serves it on this machine. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { readBuildSettings } from '../integration/settings.ts';
import { PlainFailure } from '../loader/plain-failure.ts';
import { publishCurrent, runCommand } from './command.ts';
import { createSiteServer } from './server.ts';

/** This machine alone, by both of its addresses. */
const loopback = ['127.0.0.1', '::1'];

await runCommand(async () => {
  const { port: asked, host } = readFlags();
  const port = portOf(asked ?? (process.env['PORT'] || '4321'));
  const settings = readBuildSettings();
  // The port comes first: whether it is free is known at once, a build takes its time.
  for (const address of host === undefined ? loopback : [host]) await listen(createSiteServer(settings), port, address);
  await publishCurrent(settings);
  const path = settings.base === '/' ? '/' : `${settings.base}/`;
  console.log(`The edition is at http://localhost:${port}${path} (Ctrl+C stops it)`);
});
// What listens already would keep it alive.
if (process.exitCode !== 0) process.exit();

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

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine may have only one of the two addresses.
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: `Another program already uses port ${port}.`,
      EACCES: `This system gives you no right to port ${port}.`,
    };
    const reason = reasons[code ?? ''];
    if (reason === undefined) throw error;
    throw new PlainFailure(`${reason} Choose another: npm start -- --port 4322 (or PORT=4322 npm start).`);
  }
}
