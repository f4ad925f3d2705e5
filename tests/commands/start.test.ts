import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../setup/free-port.ts';
import { runNode } from '../setup/run-node.ts';

const program = fileURLToPath(new URL('../../src/commands/start.ts', import.meta.url));

test('a port that is taken is said to be taken, and how to choose another', async () => {
  const other = createServer().listen(0);
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  const { code, output } = await runNode(program, ['--port', String(port)], { showOutput: false });
  expect(code).toBe(1);
  expect(output).toBe(
    `Another program already uses port ${port}. ` +
      'Choose another: npm start -- --port 4322 (or PORT=4322 npm start).\n',
  );
});

test('what is no port is said to be none', async () => {
  const { code, output } = await runNode(program, ['--port', 'many'], { showOutput: false });
  expect({ code, output }).toEqual({
    code: 1,
    output: 'A port is a number from 1 to 65535, not “many”.\n',
  });
});

test('a port that the system keeps for its administrator is said to be kept, not a folder', async () => {
  // An administrator is refused none: what the system says is said in its place.
  const refuse = `import { Server } from 'node:net';
    Server.prototype.listen = function () {
      setImmediate(() => this.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })));
      return this;
    };`;
  const environment = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(refuse)}`, PORT: '' };
  const { code, output } = await runNode(program, [], { environment, showOutput: false });
  expect(code).toBe(1);
  expect(output).toBe(
    'This system gives you no right to port 4321. Choose another: npm start -- --port 4322 (or PORT=4322 npm start).\n',
  );
});

test('the build that it waits for ends with it, and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [site, lock] = [join(folder, 'site'), join(folder, 'site.lock')];
  const child = spawn(process.execPath, [program, '--port', String(await freePort())], {
    env: { ...process.env, OUT_DIR: site, CACHE_DIR: join(folder, 'cache') },
    stdio: 'ignore',
  });
  const builder = () => existsSync(lock) && readFileSync(lock, 'utf8');
  while (!builder()) await setTimeout(20);
  const building = `dist.building-${builder()}`;
  child.kill();
  while (existsSync(lock)) await setTimeout(20);
  expect([site, building].filter((left) => existsSync(left))).toEqual([]);
});
