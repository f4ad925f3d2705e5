import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveSite } from '../setup/served-site.ts';

const scratch: string[] = [];

/** Serves a site of four files and gives what asks it for an address, as written. */
async function serve(
  base: string,
): Promise<(path: string, method?: string, headers?: Record<string, string>) => Promise<Answer>> {
  const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  scratch.push(folder);
  mkdirSync(join(folder, 'documents/a'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'front');
  writeFileSync(join(folder, '.manchuria-file'), 'stamp');
  writeFileSync(join(folder, '404.html'), 'not here');
  writeFileSync(join(folder, 'documents/a/index.html'), 'document');
  writeFileSync(join(folder, 'documents/a.txt'), 'Chargé\n');
  const { url, stop } = await serveSite({ folder, base });
  onTestFinished(() => {
    stop();
    rmSync(folder, { recursive: true });
  });
  const { port } = new URL(url);
  return async (path, method = 'GET', asking = {}) => {
    // Not fetch, which tidies addresses before it asks.
    const asked = request({ port, path, method, headers: asking }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const text = Buffer.concat(await response.toArray()).toString('utf8');
    const { statusCode: status, headers } = response;
    const { location, refresh } = headers;
    return { status, text, type: headers['content-type'], location, refresh };
  };
}

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly refresh: string | string[] | undefined;
}

describe('at the root', () => {
  test('a folder is served by its page, a text with its encoding', async () => {
    const get = await serve('/');
    expect(await get('/')).toMatchObject({ status: 200, text: 'front' });
    expect(await get('/documents/a/?q=1')).toMatchObject({ status: 200, text: 'document' });
    expect(await get('/documents/a.txt')).toMatchObject({
      text: 'Chargé\n',
      type: 'text/plain; charset=utf-8',
    });
  });

  test('an address without its last slash leads to the one with it', async () => {
    const get = await serve('/');
    expect(await get('/documents/a?q=%22x%22')).toMatchObject({
      status: 301,
      location: '/documents/a/?q=%22x%22',
    });
  });

  test.each([
    '/nowhere',
    '/nowhere/',
    '/documents/',
    '/documents/a.txt/',
    '/.manchuria-file',
    '/404',
    '/%E0%A4%A',
    '/%00',
    '/../package.json',
    '/%2e%2e%2fpackage.json',
    `/${'a'.repeat(5000)}`,
  ])('%s is not here, and the page 404 says so', async (address) => {
    const get = await serve('/');
    expect(await get(address)).toMatchObject({
      status: 404,
      text: 'not here',
      type: 'text/html; charset=utf-8',
    });
  });

  test('a redirect never leads to another host', async () => {
    const get = await serve('/');
    const { location } = await get('//documents/a');
    expect(location).toBe('/documents/a/');
  });

  test('nothing can be written to it', async () => {
    const get = await serve('/');
    expect(await get('/', 'POST')).toMatchObject({ status: 405 });
  });
});

test('a path with other letters than English ones is asked for as browsers write it', async () => {
  const get = await serve('/é tude');
  expect(await get('/')).toMatchObject({ status: 301, location: '/%C3%A9%20tude/' });
  expect(await get('/%C3%A9%20tude/documents/a/')).toMatchObject({ status: 200, text: 'document' });
});

describe('a part of a file', () => {
  test.each([
    ['bytes=0-2', 206, 'Cha'],
    ['bytes=-3', 206, 'é\n'],
    ['bytes=2-', 206, 'argé\n'],
    ['bytes=10-5', 416, ''],
    ['bytes=100-', 416, ''],
    ['bytes=x', 200, 'Chargé\n'],
    ['lines=1-2', 200, 'Chargé\n'],
  ])('%s gives %i', async (range, status, text) => {
    const get = await serve('/');
    expect(await get('/documents/a.txt', 'GET', { range })).toMatchObject({ status, text });
    expect(await get('/'), 'the server still stands').toMatchObject({ status: 200 });
  });
});

test('a site that is taken away while it is served is not found, and the next one is served', async () => {
  const get = await serve('/');
  rmSync(join(scratch.at(-1) ?? '', 'documents'), { recursive: true });
  expect(await get('/documents/a.txt')).toMatchObject({ status: 404 });
  mkdirSync(join(scratch.at(-1) ?? '', 'documents'));
  writeFileSync(join(scratch.at(-1) ?? '', 'documents/a.txt'), 'new');
  expect(await get('/documents/a.txt')).toMatchObject({ status: 200, text: 'new' });
});

test('whoever comes before the first site is built is told so, and comes again', async () => {
  const get = await serve('/');
  for (const file of ['404.html', 'index.html']) rmSync(join(scratch.at(-1) ?? '', file));
  const answer = await get('/');
  expect(answer).toMatchObject({ status: 503, refresh: '2', type: 'text/html; charset=utf-8' });
  expect(answer.text).toContain('The edition is being built.');
});

describe('under a sub-path', () => {
  test('the site is below it, and nothing beside it', async () => {
    const get = await serve('/edition');
    expect(await get('/edition/documents/a/')).toMatchObject({ status: 200, text: 'document' });
    expect(await get('/documents/a/')).toMatchObject({ status: 404 });
    expect(await get('/editions/')).toMatchObject({ status: 404 });
  });

  test('its root and the server’s lead to the front page', async () => {
    const get = await serve('/edition');
    expect(await get('/')).toMatchObject({ status: 301, location: '/edition/' });
    expect(await get('/edition')).toMatchObject({ status: 301, location: '/edition/' });
    expect(await get('/edition/documents/a')).toMatchObject({
      status: 301,
      location: '/edition/documents/a/',
    });
  });
});
