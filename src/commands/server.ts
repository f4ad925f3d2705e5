/** The server of `npm start` and of the tests: a built site, as a static host would serve it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import send from 'send';
import { headersFor } from '../integration/headers.ts';
import type { BuildSettings } from '../integration/settings.ts';

/** A server of a built site, not yet listening. It reads each file when asked for it; what is not there is page 404. */
export function createSiteServer({ outDir, ...site }: Pick<BuildSettings, 'outDir' | 'base'>): Server {
  // As a browser asks for it.
  const base = encodeURI(site.base);
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const [path = '/', ...rest] = (request.url ?? '/').split('?');
    const query = rest.length > 0 ? `?${rest.join('?')}` : '';
    const inside = belowBase(path, base);
    if (inside === '') redirect(response, `${base}/${query}`);
    else if (inside === undefined) notFound(request, response, outDir);
    else {
      send(request, inside, { root: outDir, cacheControl: false, dotfiles: 'ignore' })
        // What every host is to give it; what cannot be decoded, `send` has found nowhere.
        .on('headers', () => response.setHeaders(new Map(Object.entries(headersFor(decodeURIComponent(inside))))))
        // A folder without its last slash leads to the one with it; two slashes in front would lead to another host.
        .on('directory', () => redirect(response, `${path.replace(/^\/+/, '/')}/${query}`))
        .on('error', ({ status }: { status: number }) => {
          if (status === 416 && !response.headersSent) response.writeHead(416).end();
          else if (!response.headersSent) notFound(request, response, outDir);
          else response.destroy();
        })
        .pipe(response);
    }
  });
}

function notFound(request: IncomingMessage, response: ServerResponse, folder: string): void {
  response.statusCode = 404;
  // The page is sent whole whatever part was asked for, and is never “not modified”.
  request.headers = {};
  response.setHeaders(new Map(Object.entries({ ...headersFor('/404/'), 'Content-Type': 'text/html; charset=utf-8' })));
  send(request, '/404.html', { root: folder, cacheControl: false, etag: false, lastModified: false })
    .on('error', () => {
      // No site yet: whoever comes while the first is built waits for it.
      response.writeHead(503, { Refresh: '2', 'Retry-After': '2' }).end(waiting);
    })
    .pipe(response);
}
const waiting =
  '<!doctype html><html lang="en"><title>Building</title><p>The edition is being built. This page loads itself again ' +
  'until it is there.</p></html>';

const redirect = (response: ServerResponse, address: string) => response.writeHead(301, { Location: address }).end();

/** The path below the base: `''` for the base without its slash and for the server's root, `undefined` outside it. */
function belowBase(path: string, base: string): string | undefined {
  if (base === '/') return path;
  if (path === base || path === '/') return '';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}
