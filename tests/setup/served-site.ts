/** A built site served on a free port, for whatever opens its pages. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../../src/commands/server.ts';

export interface ServedSite {
  /** Address of its front page, without the final slash: `http://localhost:40213/edition`. */
  readonly url: string;
  readonly stop: () => void;
}

/** Serves a folder, at the root where no base is given. */
export async function serveSite({ folder, base = '/' }: { folder: string; base?: string }): Promise<ServedSite> {
  const server = createSiteServer({ outDir: folder, base }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${base.replace(/\/$/, '')}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
