/** `npm start` itself, on the built site: who may ask it, and what it survives. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../setup/free-port.ts';
import { siteFolder } from '../setup/site.ts';

/** Starts `npm start` on the built site, which needs no build; gives its port when it serves. */
async function start(...flags: string[]): Promise<number> {
  const port = await freePort();
  const child = spawn(process.execPath, [resolve('src/commands/start.ts'), '--port', String(port), ...flags], {
    env: { ...process.env, OUT_DIR: siteFolder, CONTENT_DIR: '', SITE_URL: '', BASE_PATH: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe(`The edition is at http://localhost:${port}/ (Ctrl+C stops it)\n`);
  return port;
}

/** Whether anything answers at an address. */
async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  onTestFinished(() => void socket.destroy());
  return Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(
    () => false,
  );
}

const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

test('it is reached from this machine alone, by both of its addresses', async () => {
  const port = await start();
  expect(await answers('127.0.0.1', port)).toBe(true);
  expect(await answers('::1', port)).toBe(hasIPv6);
  if (outside !== undefined) expect(await answers(outside, port)).toBe(false);
});

test('it is reached from others where --host says so', async () => {
  const port = await start('--host', '0.0.0.0');
  expect(await answers(outside ?? '127.0.0.1', port)).toBe(true);
});

test('no part of a file that is asked for ends it', async () => {
  const port = await start();
  const file = `http://127.0.0.1:${port}/documents/moscow-1936-39.txt`;
  const status = async (range: string) => (await fetch(file, { headers: { range } })).status;
  expect(await status('bytes=10-5')).toBe(416);
  expect(await status('bytes=-5')).toBe(206);
  expect((await fetch(file)).status).toBe(200);
});
