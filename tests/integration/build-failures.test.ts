/** What the system does to a build: it is killed, or may not write. The last good site stands. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { markerFile } from '../../src/integration/output-folder.ts';
import { buildEdition, buildEnvironment, buildParameters, buildProgram } from '../setup/edition-build.ts';

const aBuild = 120_000;

interface Fixture {
  /** A folder to work in. */
  folder: string;
  /** The folder of the last good site. */
  site: string;
}

beforeEach<Fixture>((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(context.folder, { recursive: true }));
  context.site = join(context.folder, 'site');
  mkdirSync(context.site);
  writeFileSync(join(context.site, 'index.html'), 'the last good site');
  writeFileSync(join(context.site, markerFile), '');
});

function expectLastGoodSite({ site }: Fixture): void {
  expect(readdirSync(site)).toEqual([markerFile, 'index.html']);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the last good site');
}

const environmentOf = ({ site }: Fixture): NodeJS.ProcessEnv => ({ ...process.env, ...buildEnvironment(site) });

/** Runs the build in a shell, after `first`: its exit code, and all it wrote. */
async function build(
  env: NodeJS.ProcessEnv,
  who: { uid?: number; gid?: number } = {},
  first = '',
): Promise<{ code: number | null; output: string }> {
  const child = spawn('sh', ['-c', `${first} exec "$0" "$@"`, process.execPath, buildProgram, ...buildParameters], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...who,
  });
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => written.push(chunk));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: Buffer.concat(written).toString('utf8') };
}

test<Fixture>(
  'a build killed midway leaves the last good site, and the next build tidies up after it',
  { timeout: 2 * aBuild },
  async (context) => {
    const building = () => readdirSync('.').filter((name) => name.startsWith('dist.building-'));
    const child = spawn(process.execPath, [buildProgram, ...buildParameters], {
      env: environmentOf(context),
      stdio: 'ignore',
      // A group of its own, so that Astro is killed with it, as it is when a machine goes down.
      detached: true,
    });
    const ended = once(child, 'close');
    const own = `dist.building-${child.pid}`;
    while (!existsSync(own)) await setTimeout(20);
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
    expectLastGoodSite(context);
    expect(building()).toContain(own);

    const { code, output } = await buildEdition(context.site);
    expect(code, output).toBe(0);
    expect(building()).not.toContain(own);
    expect(readdirSync(context.folder).sort()).toEqual(['site', 'site.cache']);
  },
);

test<Fixture>(
  'where nothing may be written, the build says so and the last good site stands',
  { timeout: aBuild },
  async (context) => {
    chmodSync(context.folder, 0o555);
    onTestFinished(() => chmodSync(context.folder, 0o755));
    // Permissions do not stop root: the system's own folder does, or being somebody else.
    const isRoot = process.getuid?.() === 0;
    const system = isRoot && existsSync('/sys/kernel');
    const { code, output } = await build(
      { ...environmentOf(context), ...(system ? { OUT_DIR: '/sys/site' } : {}) },
      isRoot && !system ? { uid: 65534, gid: 65534 } : {},
    );
    expect(code).toBe(1);
    expect(output).toMatch(/This could not be done at .*: (writing there is not allowed|that disk can only be read)\./);
    expectLastGoodSite(context);
  },
);

test<Fixture>(
  'a disk that takes no more stops it, and the last good site stands',
  { timeout: aBuild },
  async (context) => {
    // The shell's limit on the size of files, 24 kB here, stops writing as a full disk does.
    const { code, output } = await build(environmentOf(context), {}, 'ulimit -f 48;');
    expect(code).toBe(1);
    expect(output).toMatch(/File too large|a file would be larger than this system allows/);
    expectLastGoodSite(context);
    expect(readdirSync(context.folder).filter((name) => name.includes('.next-'))).toEqual([]);
  },
);
