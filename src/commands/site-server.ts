/** The server of `npm start` and of the tests: a built site, as a static host would serve it. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import sirv from 'sirv';
import { headersFor } from './site-headers.ts';

export interface Site {
  /** Absolute path of the built site's folder. */
  readonly folder: string;
  /** Path it is served under, `/` at the root, `/edition` below it. */
  readonly base: string;
}

/**
 * A server of a built site, not yet listening. It reads files when they are asked for, so a site that
 * is built anew meanwhile is served anew. What is not there gets the site's own page 404.
 */
export function createSiteServer({ folder, base }: Site): Server {
  const serveFile = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, pathname) {
      for (const [name, value] of Object.entries(headersFor(pathname))) {
        response.setHeader(name, value);
      }
    },
  });

  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const { pathname, query } = partsOf(request);
    const inside = belowBase(pathname, base);
    if (inside === undefined || inside === '') {
      // The base itself without its slash, and the server's root, lead to the front page.
      if (inside === '' || pathname === '/') redirect(response, `${base}/`, query);
      else sendNotFound(response, folder);
      return;
    }
    const path = join(folder, inside);
    if (!path.startsWith(folder + sep)) {
      sendNotFound(response, folder);
      return;
    }
    if (!inside.endsWith('/')) {
      // A path that ends in a slash exists only if it is a folder.
      if (existsSync(`${path}/`)) {
        redirect(response, `${pathname}/`, query);
        return;
      }
      if (!existsSync(path)) {
        sendNotFound(response, folder);
        return;
      }
    }
    request.url = encodeURI(inside) + query;
    serveFile(request, response, () => {
      sendNotFound(response, folder);
    });
  });
}

/** The address asked for, decoded; one that cannot be decoded stays as it came and is found nowhere. */
function partsOf(request: IncomingMessage): { pathname: string; query: string } {
  const address = request.url ?? '/';
  const start = address.indexOf('?');
  const raw = start === -1 ? address : address.slice(0, start);
  const query = start === -1 ? '' : address.slice(start);
  try {
    return { pathname: decodeURIComponent(raw), query };
  } catch {
    return { pathname: raw, query };
  }
}

/** The path below the base: `''` for the base without its slash, `undefined` outside it. */
function belowBase(pathname: string, base: string): string | undefined {
  if (base === '/') return pathname;
  if (pathname === base) return '';
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;
}

function redirect(response: ServerResponse, pathname: string, query: string): void {
  // An address that begins with two slashes would lead to another host.
  const path = encodeURI(pathname.replace(/^\/+/, '/'));
  response.writeHead(301, { Location: `${path}${query}` }).end();
}

function sendNotFound(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html');
  response.writeHead(404, {
    ...headersFor('/404/'),
    'Content-Type': 'text/html; charset=utf-8',
  });
  if (existsSync(page)) createReadStream(page).pipe(response);
  else response.end();
}
