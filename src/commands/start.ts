/** `npm start`: builds the site if its sources have changed, then serves it on this machine. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { PlainFailure, sentenceFor } from './plain-failure.ts';
import { readBuildSettings } from './build-settings.ts';
import { isCurrent, stampOf } from './build-stamp.ts';
import { buildSite } from './site-build.ts';
import { createSiteServer } from './site-server.ts';
import { stopSignal } from './stop-signal.ts';

const defaultPort = 4321;

/** The port asked for by `--port`, else by `PORT`. */
function chosenPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const text = values.port ?? process.env['PORT'] ?? String(defaultPort);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainFailure(`A port is a number from 1 to 65535, not “${text}”.`);
  }
  return port;
}

try {
  const settings = readBuildSettings();
  const signal = stopSignal();
  const server = createSiteServer({ folder: settings.outDir, base: settings.base });
  signal.addEventListener('abort', () => {
    server.close();
    server.closeAllConnections();
  });
  // The port comes first: whether it is free is known at once, a build takes its time.
  await listen(server, chosenPort());
  try {
    if (!isCurrent(settings, stampOf(settings))) {
      console.log('Building the site …');
      await buildSite(settings, signal);
    }
  } catch (error) {
    server.close();
    throw error;
  }
  const path = settings.base === '/' ? '/' : `${settings.base}/`;
  console.log(`The edition is at http://localhost:${chosenPort()}${path} (Ctrl+C stops it)`);
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await once(server.listen(port), 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new PlainFailure(
      `Another program already uses port ${port}. ` +
        `Choose another: npm start -- --port 4322 (or PORT=4322 npm start).`,
    );
  }
}
