/** Builds that fail or are stopped: in plain words, and the last good site stands. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AstroUserConfig } from 'astro';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { edition } from '../../src/integration/edition.ts';
import { buildEdition, buildEnvironment, buildParameters, buildProgram } from '../setup/edition-build.ts';
import { expectLastGoodSite, writeLastGoodSite } from '../setup/last-good-site.ts';
import { runNode } from '../setup/run-node.ts';

interface Fixture {
  /** A folder to work in. */
  folder: string;
  /** A copy of this edition's content, to be spoilt. */
  content: string;
  /** The folder of the last good site. */
  site: string;
}

beforeEach<Fixture>((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(context.folder, { recursive: true }));
  context.content = join(context.folder, 'content');
  context.site = join(context.folder, 'site');
  cpSync('content', context.content, { recursive: true });
  writeLastGoodSite(context.site);
});

/** The build ended with the code of a failure, and left the last good site and nothing else of its own. */
function expectFailure({ folder, site }: Fixture, code: number | null, output: string): void {
  expect(code, output).toBe(1);
  expectLastGoodSite(site);
  const left = readdirSync(folder).filter((name) => !['content', 'site', 'site.cache'].includes(name));
  expect(left).toEqual([]);
}

test<Fixture>('a document with a problem stops the build before anything is built', async (context) => {
  const file = join(context.content, 'documents/moscow-1936-39.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^fileNumber:.*$/m, ''));
  const { code, output } = await buildEdition(context.site, { CONTENT_DIR: context.content });
  expectFailure(context, code, output);
  expect(output).toMatch(/moscow-1936-39\.mdx:\d+:\d+ /);
  expect(output).toContain('fileNumber');
  expect(output).toContain('The content has problems, so nothing was built.');
});

test<Fixture>('what makes types says in a sentence that it cannot write', async ({ content }) => {
  const CACHE_DIR = join(content, 'edition.yaml');
  const { code, output } = await runNode(buildProgram, ['sync'], { environment: { CACHE_DIR }, showOutput: false });
  const expected = `This could not be done at ${join(CACHE_DIR, 'typeface')}: a file stands where a folder is expected.\n`;
  expect({ code, output }).toEqual({ code: 1, output: expected });
});

test('what a build writes beside the site is nothing that dev watches, documents are', async () => {
  const said: AstroUserConfig[] = [];
  const parameters = { command: 'sync', updateConfig: (config: AstroUserConfig) => said.push(config) };
  await edition().hooks['astro:config:setup']?.(parameters as never);
  const ignored = said.flatMap(({ vite }) => vite?.server?.watch?.ignored ?? []);
  const isIgnored = (path: string) => ignored.some((form) => form instanceof RegExp && form.test(path));
  expect(isIgnored('/project/dist.building-31/documents/a/index.html')).toBe(true);
  expect(isIgnored(String.raw`C:\project\dist.next-31\index.html`)).toBe(true);
  expect(isIgnored('/project/content/documents/dist.mdx')).toBe(false);
});

test('neither a build nor dev asks another host whether there is a newer Astro, or tells one of itself', async () => {
  const names = ['ASTRO_DISABLE_UPDATE_CHECK', 'ASTRO_TELEMETRY_DISABLED'];
  const says = `process.on('exit', () => console.log(${JSON.stringify(names)}.map((name) => process.env[name]).join()))`;
  const environment = {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(says)}`,
    ...Object.fromEntries(names.map((name) => [name, undefined])),
  };
  const { output } = await runNode(buildProgram, ['--version'], { environment, showOutput: false });
  expect(output).toMatch(/true,1\s*$/);
});

test('a build asks its own index past a proxy, and others as they were', async () => {
  const says = `process.on('exit', () => console.log('past', process.env.no_proxy))`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(says)}`;
  for (const [given, past] of [
    ['example.org', 'example.org,127.0.0.1'],
    [undefined, '127.0.0.1'],
  ] as const) {
    const environment = { NODE_OPTIONS, NO_PROXY: given, no_proxy: undefined };
    const { output } = await runNode(buildProgram, ['--version'], { environment, showOutput: false });
    expect(output).toMatch(new RegExp(`past ${past}\\s*$`));
  }
});

test<Fixture>('a site that lacks a page of those that it must have is not published', async (context) => {
  // All that Astro does between the two is to write the pages: here one.
  const program = `
    import { writeFileSync, mkdirSync } from 'node:fs';
    import { edition } from ${JSON.stringify(new URL('../../src/integration/edition.ts', import.meta.url))};
    const { hooks } = edition();
    const given = {};
    await hooks['astro:config:setup']({ command: 'build', updateConfig: (some) => Object.assign(given, some) });
    for (const folder of ['documents', 'volumes']) mkdirSync(new URL(folder, given.outDir), { recursive: true });
    writeFileSync(new URL('index.html', given.outDir), '');
    await hooks['astro:build:done']();`;
  const environment = { ...buildEnvironment(context.site), CONTENT_DIR: context.content };
  const built = await runNode('--input-type=module', ['--eval', program], { environment, showOutput: false });
  expectFailure(context, built.code, built.output);
  expect(built.output).toContain(
    'The built site lacks 404.html, documents/moscow-1936-39/index.html, so it was not published.',
  );
});

test<Fixture>('a content folder that is not there stops it', async (context) => {
  const { code, output } = await buildEdition(context.site, { CONTENT_DIR: join(context.folder, 'nowhere') });
  expectFailure(context, code, output);
  expect(output).toContain('nowhere');
});

test<Fixture>('an output folder that cannot be made is named', async (context) => {
  const file = join(context.site, 'index.html');
  const { code, output } = await buildEdition(join(file, 'site'), { CONTENT_DIR: context.content });
  expectFailure(context, code, output);
  expect(output).toContain('a file stands where a folder is expected');
});

test<Fixture>('a build that is stopped midway tidies up', async (context) => {
  const stop = new AbortController();
  const build = buildEdition(context.site, { CONTENT_DIR: context.content }, stop.signal);
  const isBuilding = () => readdirSync(context.folder).some((name) => name.includes('.next-'));
  while (!isBuilding()) if (await Promise.race([build, setTimeout(20)])) break;
  stop.abort();
  const { code, output } = await build;
  expectFailure(context, code, output);
  expect(output).toContain('Stopped; nothing was changed.');
});

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

const environmentOf = ({ site }: Fixture): NodeJS.ProcessEnv => ({ ...process.env, ...buildEnvironment(site) });

test<Fixture>('where nothing may be written, the build says so', async (context) => {
  chmodSync(context.folder, 0o555);
  onTestFinished(() => chmodSync(context.folder, 0o755));
  // Permissions do not stop root: the system's own folder does, or being somebody else.
  const isRoot = process.getuid?.() === 0;
  const system = isRoot && existsSync('/sys/kernel');
  const { code, output } = await build(
    { ...environmentOf(context), ...(system ? { OUT_DIR: '/sys/site' } : {}) },
    isRoot && !system ? { uid: 65534, gid: 65534 } : {},
  );
  expectFailure(context, code, output);
  expect(output).toMatch(
    /This could not be done at .*: (reading or writing there is not allowed|that disk can only be read)\./,
  );
});

test<Fixture>('a disk that takes no more stops it', async (context) => {
  // The shell's limit on the size of files, 24 kB here, stops writing as a full disk does.
  const { code, output } = await build(environmentOf(context), {}, 'ulimit -f 48;');
  expectFailure(context, code, output);
  expect(output).toMatch(/File too large|a file would be larger than this system allows/);
});
